using Voltloop.Kernels.Ageing;

namespace Voltloop.Health.FindModes;

/// <summary>Degradation modes of a battery between its first and its last slow discharge.</summary>
/// <param name="HalfCells">Which half-cell curves were laid on the discharges.</param>
/// <param name="Modes">Losses.</param>
internal sealed record ModesResource(string HalfCells, IReadOnlyList<ModeFigure> Modes)
{
    /// <summary>Charge of the first slow discharge, Ah.</summary>
    public double FirstAh { get; init; }

    /// <summary>Charge of the last one, Ah.</summary>
    public double LastAh { get; init; }

    /// <summary>Root mean square of the voltage residual of the first, mV.</summary>
    public double FirstResidualMillivolt { get; init; }

    /// <summary>That of the last.</summary>
    public double LastResidualMillivolt { get; init; }

    /// <summary>Capacities of the positive electrode, first and last, Ah.</summary>
    public double[] PositiveAh { get; init; } = [];

    /// <summary>Capacities of the negative electrode, Ah.</summary>
    public double[] NegativeAh { get; init; } = [];

    /// <summary>Lithium that can cycle, Ah.</summary>
    public double[] LithiumAh { get; init; } = [];

    /// <summary>Shows two balances.</summary>
    public static ModesResource Of(string origin, ElectrodeBalance first, ElectrodeBalance last)
    {
        var modes = DegradationModes.Between(first, last);
        double[] Pair(Func<ElectrodeBalance, double> part) => [Math.Round(part(first), 5), Math.Round(part(last), 5)];
        return new ModesResource(origin, [ModeFigure.Of("lithium-inventory", modes.LithiumLoss), ModeFigure.Of("positive-material", modes.PositiveLoss), ModeFigure.Of("negative-material", modes.NegativeLoss)])
        {
            FirstResidualMillivolt = Math.Round(1000 * first.RmsVolt, 2), LastResidualMillivolt = Math.Round(1000 * last.RmsVolt, 2),
            PositiveAh = Pair(one => one.PositiveAh), NegativeAh = Pair(one => one.NegativeAh), LithiumAh = Pair(one => one.LithiumAh),
        };
    }
}
