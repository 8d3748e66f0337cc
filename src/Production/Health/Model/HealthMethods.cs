using Voltloop.Core.Provenance;

namespace Voltloop.Health.Model;

/// <summary>The methods behind the statements of this room, each with reference and validity.</summary>
internal static class HealthMethods
{
    /// <summary>Median of the first usable cycles.</summary>
    public static readonly Evidence Initial = new(
        "capacity.median-of-first-6",
        "David and Nagaraja, Order Statistics, 7.1 (distribution-free interval of the median)",
        "Ageing over the first six usable cycles is small against their scatter; interval from 5 cycles on.");

    /// <summary>Line through the last usable cycles.</summary>
    public static readonly Evidence Remaining = new(
        "capacity.line-of-last-10",
        "Montgomery, Peck and Vining, Introduction to Linear Regression Analysis, 2.2; interval by conformal prediction on the cell's own last 100 cycles (Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World, 2005)",
        "Same discharge in every cycle. The interval is for one discharge: from 29 usable cycles on by the cell's own past errors, from 4 on by the t prediction interval, which presumes independent scatter.");

    /// <summary>Remaining over rated capacity.</summary>
    public static readonly Evidence StateOfHealth = new(
        "soh.remaining-over-rated",
        "Regulation (EU) 2023/1542, Annex VII part A; interval of the remaining capacity, rated capacity taken as exact",
        "Capacity measured in the discharge for which the rated capacity is declared.");

    /// <summary>Loss against rated capacity.</summary>
    public static readonly Evidence Fade = new(
        "fade.one-minus-remaining-over-rated",
        "Regulation (EU) 2023/1542, Annex IV (capacity fade: with respect to the original rated capacity)",
        "As the state of health; below 0 while the cell holds more than its rated capacity.");

    /// <summary>Last cycle count of the file.</summary>
    public static readonly Evidence Cycles = new(
        "cycles.last-cycle-count",
        "Battery Data Format 1.3.0, cycle_count",
        "Cycles as the instrument counted them, from its first one on.");

    /// <summary>Throughput over twice the rated capacity.</summary>
    public static readonly Evidence EquivalentCycles = new(
        "cycles.throughput-over-twice-rated",
        "Regulation (EU) 2023/1542, Annex VII part B (number of full equivalent charge-discharge cycles)",
        "Recorded cycles only; nothing is added for cycles before the first or between recorded ones.");

    /// <summary>Twice the sum of the discharged capacities.</summary>
    public static readonly Evidence DischargeSum = new(
        "throughput.twice-sum-of-discharges",
        "Battery Data Format 1.3.0, cycle_cumulative_capacity_ah: charge in both directions",
        "Charging was not recorded: each cycle counts twice its discharge, right to within the coulombic efficiency (above 99 % for lithium-ion). A flagged cycle counts with the median of the eleven cycles around it.");

    /// <summary>Integral of a time series.</summary>
    public static readonly Evidence Integral = new(
        "throughput.trapezoid",
        "Battery Data Format 1.3.0, cumulative_capacity_ah and cumulative_energy_wh: integral of the size of current, and of voltage times its size",
        "Both directions, over the recorded samples on their own time stamps; a step of current between two samples errs by at most half the sample interval.");

    /// <summary>Bounds and Hampel identifier.</summary>
    public static readonly Evidence Screen = new(
        "screen.bounds-and-hampel",
        "Hampel, J. Am. Stat. Assoc. 69 (1974) 383; Pearson et al., EURASIP J. Adv. Signal Process. 2016:87",
        "Missing, zero or below, above 1.3 of rated, or further from the median of 11 cycles than 6 scaled MAD and 5 % of rated; fewer than half of 11 cycles bad.");
}
