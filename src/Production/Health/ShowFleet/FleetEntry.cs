using Voltloop.Core.Provenance;

namespace Voltloop.Health.ShowFleet;

/// <summary>The health of one battery of the fleet.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Label">Short name.</param>
/// <param name="StateOfHealth">State of health in %.</param>
/// <param name="Interval">Interval around it, in %.</param>
/// <param name="Cycles">Cycles done.</param>
/// <param name="FadePer100Cycles">Capacity fade in % per 100 cycles.</param>
/// <param name="FlaggedSamples">Samples left out of estimates.</param>
/// <param name="Href">Where more is.</param>
internal sealed record FleetEntry(
    string Id, string Label, double StateOfHealth, Interval? Interval, double? Cycles, double? FadePer100Cycles, int FlaggedSamples, string Href)
{
    /// <summary>How many times as fast as the median of its model it fades; only in the order model-fade.</summary>
    public double? TimesModel { get; init; }
}
