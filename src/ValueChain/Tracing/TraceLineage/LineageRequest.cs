using Microsoft.AspNetCore.Mvc;
using Voltloop.Core.Problems;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>A question about lineage as HTTP asks it; the time bounds its first step.</summary>
internal sealed record LineageRequest : LineageStart
{
    /// <summary><c>down</c> (where used, the default) or <c>up</c> (where from).</summary>
    [FromQuery]
    public string? Direction { get; init; }

    /// <summary>As it was at this moment.</summary>
    [FromQuery]
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Only results whose name begins so.</summary>
    [FromQuery]
    public string? Only { get; init; }

    /// <summary>Most nodes to walk through.</summary>
    [FromQuery]
    public int? MaxNodes { get; init; }

    /// <summary>The question.</summary>
    /// <exception cref="ProblemException">Something does not fit, with its name.</exception>
    public LineageQuestion Question() => new(Names() is { Count: > 0 } names ? names : throw Bad("Say what is asked about.", "id"), Direction switch
    {
        null or "" or "down" => true,
        "up" => false,
        var other => throw Bad($"\"{other}\" is neither down nor up.", "direction"),
    })
    {
        AsOf = AsOf,
        From = From,
        Before = Before,
        Only = string.IsNullOrEmpty(Only) ? null : Only,
        Stretch = Stretch(),
        Nodes = MaxNodes is null or (>= 1 and <= LineageQuestion.MaxNodes) ? MaxNodes ?? LineageQuestion.UsualNodes : throw Bad($"A walk has 1 to {LineageQuestion.MaxNodes} nodes.", "maxNodes"),
    };
}
