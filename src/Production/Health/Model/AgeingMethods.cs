using Voltloop.Core.Provenance;

namespace Voltloop.Health.Model;

/// <summary>Methods of the analysis of ageing.</summary>
internal static class AgeingMethods
{
    /// <summary>The analysis.</summary>
    public static readonly Evidence Analysis = new(
        "ageing.slow-sweep-and-rests",
        "Incremental capacity: Dubarry, Truchot and Liaw, J. Power Sources 219 (2012) 204. Capacity from partial charges: Plett, J. Power Sources 196 (2011) 2319 (AWTLS). Self-discharge: slope of the voltage at rest over the slope of the open-circuit voltage (Zimmerman, IEEE A&E Systems Magazine 19 (2004) 19)",
        "Incremental capacity from a slow discharge (C/12 or slower); partial charges between rests of half an hour that move a tenth of the charge; self-discharge from rests of two days or more at steady temperature.");

    /// <summary>Increase of resistance.</summary>
    public static readonly Evidence ResistanceIncrease = new(
        "resistance.increase-over-initial",
        "Regulation (EU) 2023/1542, Annex VII part A (ohmic resistance) and Annex IV (internal resistance increase)",
        "Initial and present resistance found by the same method at the same temperature and charge; the initial one is taken as exact.");

    /// <summary>State of certified energy.</summary>
    public static readonly Evidence CertifiedEnergy = new(
        "energy.slow-discharge-over-rated",
        "UN Global Technical Regulation 22 (state of certified energy: usable battery energy over certified usable battery energy); Regulation (EU) 2023/1542, Annex VII part A",
        "The rated energy stands for the certified one; the slow discharge delivers more than the certification cycle, so the figure is an upper estimate.");
}
