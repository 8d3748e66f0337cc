using Voltloop.Core.Provenance;

namespace Voltloop.Health.Model;

/// <summary>Methods of what is read off the steps and cycles of a recording.</summary>
internal static class TestMethods
{
    /// <summary>Efficiencies.</summary>
    public static readonly Evidence Efficiency = new(
        "efficiency.median-of-last-closed-cycles",
        "BDF 1.3.0 charging and discharging capacity and energy per cycle; interval: order statistics (David and Nagaraja, 3rd ed., 7.1)",
        "Cycles that give back 50 to 110 % of the charge they took, which is at least half of the largest charge; the last ten of them. Trapezoids on the time stamps of the instrument. Fewer than six cycles: no interval.");

    /// <summary>Resistance of pulses.</summary>
    public static readonly Evidence Pulses = new(
        "resistance.pulse-after-10-18-30-s",
        "IEC 62660-1, 7.4: change of voltage over change of current",
        "Steps that begin after a rest of 10 s or longer and hold their current within 5 % up to that time; temperature and charge as they were.");
}
