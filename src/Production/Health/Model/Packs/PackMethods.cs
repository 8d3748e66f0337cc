using Voltloop.Core.Provenance;

namespace Voltloop.Health.Model.Packs;

/// <summary>Methods of the checks of packs.</summary>
internal static class PackMethods
{
    /// <summary>Comparison of cells.</summary>
    public static readonly Evidence Consistency = new(
        "pack.mean-difference-and-outliers",
        "Cells against their median cell: Zheng et al., J. Power Sources 2013 (mean-difference model). Outliers by scaled median absolute deviations: Rousseeuw and Croux, J. Am. Stat. Assoc. 88 (1993). Entropy: Shannon 1948. Time warping: Sakoe and Chiba, IEEE Trans. ASSP 26 (1978)",
        "Three cells or more, all measured at the same time; 95 % intervals allow for lasting residuals; limits of outliers are those that 5 % of packs with normal differences exceed.");

    /// <summary>Where the stated false alarms do not hold, as measured.</summary>
    public const string FlatVoltage = "Where the voltage hardly changes with charge (LFP) the stated rate is not held for sure: sound packs of the simulated fleet alarmed 0.12 times a year where 0.08 was stated (7 alarms in 60 years). Windows are 5 days long there, so faults are found later.";

    /// <summary>Where they do.</summary>
    public const string SlopingVoltage = "The voltage changes with charge: sound packs of such cells in the simulated fleet alarmed no more often than stated.";

    /// <summary>Where nobody can tell.</summary>
    public const string UnknownVoltage = "Without a current that moves charge nobody can tell how the voltage changes with it. " + FlatVoltage;

    /// <summary>Watch for faults.</summary>
    public static readonly Evidence Safety = new(
        "pack.charts-of-residuals",
        "Cumulative sums and their run lengths by the integral equation: Page, Biometrika 41 (1954). Kinds of faults: Feng et al., Energy Storage Materials 10 (2018)",
        "False alarms as stated for noise that is normal and independent between windows; growth within the stated bands counts as none; measured on simulated fleets: health benchmark packs. " + FlatVoltage);
}
