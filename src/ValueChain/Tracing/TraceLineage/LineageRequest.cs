using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Lineage;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>A question about lineage as HTTP asks it.</summary>
internal sealed record LineageRequest
{
    /// <summary>What is asked about; may be repeated.</summary>
    [FromQuery(Name = "id")]
    public string[] Id { get; init; } = [];

    /// <summary><c>down</c> (where used, the default) or <c>up</c> (where from).</summary>
    [FromQuery]
    public string? Direction { get; init; }

    /// <summary>As it was at this moment.</summary>
    [FromQuery]
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>First step from this moment on.</summary>
    [FromQuery]
    public DateTimeOffset? From { get; init; }

    /// <summary>First step before this moment.</summary>
    [FromQuery]
    public DateTimeOffset? Before { get; init; }

    /// <summary>Beginning of a stretch of the coil, m.</summary>
    [FromQuery]
    public double? FromMetre { get; init; }

    /// <summary>End of the stretch, m.</summary>
    [FromQuery]
    public double? ToMetre { get; init; }

    /// <summary>Lane of the stretch, from 1.</summary>
    [FromQuery]
    public int? Lane { get; init; }

    /// <summary>Only results whose name begins so.</summary>
    [FromQuery]
    public string? Only { get; init; }

    /// <summary>Most nodes to walk through.</summary>
    [FromQuery]
    public int? MaxNodes { get; init; }

    /// <summary>The question.</summary>
    /// <exception cref="ProblemException">Something does not fit, with its name.</exception>
    public LineageQuestion Question() => new(Ids(), Direction switch
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
        Stretch = Stretch(FromMetre, ToMetre, Lane),
        Nodes = MaxNodes is null or (>= 1 and <= LineageQuestion.MaxNodes) ? MaxNodes ?? LineageQuestion.UsualNodes : throw Bad($"A walk has 1 to {LineageQuestion.MaxNodes} nodes.", "maxNodes"),
    };

    /// <summary>A stretch of a coil from its three figures; <c>null</c> when none is given.</summary>
    /// <exception cref="ProblemException">It ends before it begins, or only one end is given.</exception>
    public static CoilInterval? Stretch(double? from, double? to, int? lane)
    {
        if (from is null && to is null && lane is null) return null;
        var (begin, end) = (from ?? 0, to ?? double.MaxValue);
        if (!(begin >= 0 && begin < end)) throw Bad("A stretch begins at 0 m or later and ends after it begins.", "toMetre");
        return lane is null or >= 1 ? new CoilInterval(begin, end, lane ?? 0) : throw Bad("Lanes count from 1.", "lane");
    }

    /// <summary>A length as a form sends it; <c>null</c> for an empty field.</summary>
    /// <exception cref="ProblemException">Not a length, named by its field.</exception>
    public static double? Metre(string? text, string field)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var metre) && double.IsFinite(metre)
            ? metre : throw Bad($"\"{text}\" is not a length in metres.", field);
    }

    private string[] Ids()
    {
        var ids = Id.Where(id => !string.IsNullOrWhiteSpace(id)).Select(id => id.Trim()).ToArray();
        return ids.Length > 0 ? ids : throw Bad("Say what is asked about.", "id");
    }

    private static ProblemException Bad(string detail, string where) => new(CommonProblems.BadRequest, detail, where);
}
