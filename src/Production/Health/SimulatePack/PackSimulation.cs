using Voltloop.Health.ShowCapacity;

namespace Voltloop.Health.SimulatePack;

/// <summary>A simulated pack.</summary>
/// <param name="Series">Groups in series.</param>
/// <param name="Parallel">Cells in parallel.</param>
/// <param name="Chemistry">Chemistry.</param>
/// <param name="Hours">Length of the run, h.</param>
/// <param name="MovedAh">Charge moved, Ah, + = charge.</param>
/// <param name="Ended">Why the run ended.</param>
/// <param name="UsableAh">Usable capacity at the start, Ah.</param>
/// <param name="Limit">Which groups limit it, in words.</param>
/// <param name="Energy">Where the energy of the run went.</param>
/// <param name="Residual">Largest violation of Kirchhoff's laws in any step, A and V.</param>
/// <param name="Balancing">Ways of balancing from the same start.</param>
internal sealed record PackSimulation(
    int Series, int Parallel, string Chemistry, double Hours, double MovedAh, string Ended, double UsableAh, string Limit, IReadOnlyList<EnergyRow> Energy, double Residual, IReadOnlyList<BalancingRow> Balancing)
{
    /// <summary>Time, h.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>Voltages, spread of charge, temperature over time.</summary>
    public required IReadOnlyList<ChartSeries> Lines { get; init; }

    /// <summary>How it was computed.</summary>
    public string Method { get; init; } = "Two-branch circuit with Butler-Volmer charge transfer per cell; Kirchhoff's laws solved in every step over cells, connections and bus bars (Thévenin folding of the ladder, Newton), backward Euler in the charge. Cells are made up: an illustrative open-circuit voltage of the chemistry, drawn differences.";
}
