using Microsoft.AspNetCore.Mvc;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Lineage;
using Voltloop.Tracing.TraceLineage;

namespace Voltloop.Tracing.PlanRecall;

/// <summary>A cause: things, lots and rolls by name, or all that a machine handled in a time.</summary>
internal sealed record RecallRequest
{
    /// <summary>Most affected things that are looked at.</summary>
    public const int MaxAffected = 200_000;

    /// <summary>What is at fault; may be repeated.</summary>
    [FromQuery(Name = "id")]
    public string[] Id { get; init; } = [];

    /// <summary>Machine: the read point of its events.</summary>
    [FromQuery]
    public string? Machine { get; init; }

    /// <summary>From when the machine was at fault.</summary>
    [FromQuery]
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when.</summary>
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

    /// <summary>Names of the cause.</summary>
    public IReadOnlyList<string> Names => [.. Id.Where(id => !string.IsNullOrWhiteSpace(id)).Select(id => id.Trim())];

    /// <summary>Stretch of the coil, if one is meant.</summary>
    public CoilInterval? Stretch => LineageRequest.Stretch(FromMetre, ToMetre, Lane);

    /// <summary>Refuses a cause that says nothing, or a machine without a time.</summary>
    /// <exception cref="ProblemException">Named by its field.</exception>
    public void Check()
    {
        if (Names.Count == 0 && string.IsNullOrWhiteSpace(Machine)) throw new ProblemException(CommonProblems.BadRequest, "Name what is at fault: an id, or a machine and a time.", "id");
        if (!string.IsNullOrWhiteSpace(Machine) && (From is null || Before is null || From >= Before))
            throw new ProblemException(CommonProblems.BadRequest, "A machine needs a time: from and before, in this order.", "from");
    }
}
