using Voltloop.Kernels.Cycling;

namespace Voltloop.Health.Model;

/// <summary>What flowed in one cycle; <c>null</c> where it was not measured.</summary>
/// <param name="Cycle">Number as the instrument counted it, else from 1 on.</param>
internal sealed record CycleRow(double Cycle)
{
    /// <summary>Least share of what went in that comes out of a closed cycle.</summary>
    public const double LeastClosed = 0.5;

    /// <summary>Largest share.</summary>
    public const double MostClosed = 1.1;

    /// <summary>Charge put in, Ah.</summary>
    public double? ChargedAh { get; init; }

    /// <summary>Charge taken out, Ah.</summary>
    public double? DischargedAh { get; init; }

    /// <summary>Energy put in, Wh.</summary>
    public double? ChargedWh { get; init; }

    /// <summary>Energy taken out, Wh.</summary>
    public double? DischargedWh { get; init; }

    /// <summary>Duration, s.</summary>
    public double? Seconds { get; init; }

    /// <summary>Charge out over charge in, %; absent for a cycle that is not closed.</summary>
    public double? CoulombicEfficiency => IsClosed ? Percent(DischargedAh, ChargedAh) : null;

    /// <summary>Energy out over energy in, %; absent for a cycle that is not closed.</summary>
    public double? EnergyEfficiency => IsClosed ? Percent(DischargedWh, ChargedWh) : null;

    // A cycle that ends elsewhere than it began has no efficiency.
    private bool IsClosed => DischargedAh / ChargedAh is >= LeastClosed and <= MostClosed;

    /// <summary>A cycle of a recording.</summary>
    public static CycleRow Of(CycleSummary cycle) => new(cycle.Number)
    {
        ChargedAh = cycle.Charge.Charged, DischargedAh = cycle.Charge.Discharged, ChargedWh = cycle.Energy.Charged, DischargedWh = cycle.Energy.Discharged, Seconds = cycle.Seconds,
    };

    private static double? Percent(double? part, double? whole) => part is { } over && whole is > 0 and var under && double.IsFinite(over / under) ? 100 * over / under : null;
}
