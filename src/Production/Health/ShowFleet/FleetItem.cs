using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;

namespace Voltloop.Health.ShowFleet;

/// <summary>What the fleet view keeps of one battery while it sorts.</summary>
/// <param name="Thing">The battery.</param>
/// <param name="StateOfHealth">State of health in %.</param>
/// <param name="Interval">Interval around it.</param>
internal sealed record FleetItem(ThingId Thing, double StateOfHealth, Interval? Interval)
{
    /// <summary>Cycles done.</summary>
    public double? Cycles { get; set; }

    /// <summary>Capacity measured when new, in % of the reference.</summary>
    public double? InitialPercent { get; set; }

    /// <summary>Samples left out of estimates.</summary>
    public int Flagged { get; set; }

    /// <summary>Loss since the cell was new in % per 100 cycles; <c>null</c> when it cannot be said.</summary>
    public double? FadePer100Cycles => Cycles is > 0 and var cycles && InitialPercent is { } initial ? (initial - StateOfHealth) / cycles * 100 : null;

    /// <summary>How many times as fast as the median of its model it fades; <c>null</c> when that was not looked at or cannot be said.</summary>
    public double? TimesModel { get; set; }
}
