using Microsoft.AspNetCore.Mvc;
using Voltloop.Core.Problems;
using Voltloop.Tracing.TraceLineage;

namespace Voltloop.Tracing.PlanRecall;

/// <summary>A cause: things, lots and rolls by name, or all that a machine handled in a time.</summary>
internal sealed record RecallRequest : LineageStart
{
    /// <summary>Most affected things that are looked at.</summary>
    public const int MaxAffected = 200_000;

    /// <summary>Machine: the read point of its events.</summary>
    [FromQuery]
    public string? Machine { get; init; }

    /// <summary>Refuses a cause that says nothing, or a machine without a time.</summary>
    /// <exception cref="ProblemException">Named by its field.</exception>
    public void Check()
    {
        if (Names().Count == 0 && string.IsNullOrWhiteSpace(Machine)) throw Bad("Name what is at fault: an id, or a machine and a time.", "id");
        if (!string.IsNullOrWhiteSpace(Machine) && (From is null || Before is null || From >= Before)) throw Bad("A machine needs a time: from and before, in this order.", "from");
    }
}
