using Voltloop.Kernels.Capacity;

namespace Voltloop.Health.Model;

/// <summary>What a capacity history says about a cell.</summary>
/// <param name="Reference">Capacity in Ah that counts as 100 %: rated, else initial.</param>
/// <param name="Initial">Capacity when new, Ah.</param>
/// <param name="Remaining">Capacity at the last usable cycle, Ah.</param>
/// <param name="LastCycle">Last cycle count.</param>
/// <param name="Discharged">Charge discharged over the recorded cycles, Ah; flagged cycles count with the median around them.</param>
/// <param name="Flagged">Samples left out.</param>
internal sealed record CellHealth(
    double Reference,
    CapacityEstimate Initial,
    CapacityEstimate Remaining,
    double LastCycle,
    double Discharged,
    IReadOnlyList<FlaggedSample> Flagged)
{
    /// <summary>State of health in %.</summary>
    public double StateOfHealth => Percent(Remaining.Value);

    /// <summary>Fade in %; below 0 while the cell holds more than the reference.</summary>
    public double Fade => 100 - StateOfHealth;

    /// <summary>Charge moved in both directions, Ah: what was discharged had been charged.</summary>
    public double Throughput => 2 * Discharged;

    /// <summary>Equivalent full cycles.</summary>
    public double EquivalentFullCycles => Throughput / (2 * Reference);

    /// <summary>A capacity in % of the reference.</summary>
    public double Percent(double capacity) => 100 * capacity / Reference;
}
