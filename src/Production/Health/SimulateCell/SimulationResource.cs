using Voltloop.Health.ShowCapacity;

namespace Voltloop.Health.SimulateCell;

/// <summary>A simulated cell.</summary>
/// <param name="Parameters">Name of the parameter set.</param>
/// <param name="Cell">The cell in words.</param>
/// <param name="Source">Where the parameters were published.</param>
internal sealed record SimulationResource(string Parameters, string Cell, string Source)
{
    /// <summary>spme or spm.</summary>
    public required string Model { get; init; }

    /// <summary>lower-voltage, upper-voltage, profile or depleted.</summary>
    public required string Ending { get; init; }

    /// <summary>Duration, s.</summary>
    public required double Seconds { get; init; }

    /// <summary>Charge moved, Ah; negative when taken out.</summary>
    public required double ChargeAh { get; init; }

    /// <summary>Energy moved through the terminals, Wh; negative when taken out.</summary>
    public required double EnergyWattHour { get; init; }

    /// <summary>Energy that became heat, Wh.</summary>
    public required double HeatWattHour { get; init; }

    /// <summary>Lowest voltage, V.</summary>
    public required double LowestVolt { get; init; }

    /// <summary>Highest voltage, V.</summary>
    public required double HighestVolt { get; init; }

    /// <summary>Highest temperature, degC.</summary>
    public required double HighestCelsius { get; init; }

    /// <summary>Charge between the cut-off voltages when it moves very slowly, Ah.</summary>
    public required double CapacityAh { get; init; }

    /// <summary>What lithium and salt changed by in the balance, as a part of what there is.</summary>
    public required double BalanceError { get; init; }

    /// <summary>Where the model can be believed.</summary>
    public required string Validity { get; init; }

    /// <summary>Where this simulation left that range; empty when it did not.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Method and source.</summary>
    public string Method { get; init; } = "cell.single-particle-with-electrolyte (Marquis et al. 2019, doi:10.1149/2.0341915jes; heat after Bernardi et al. 1985 and Rao and Newman 1997)";

    /// <summary>Moments of the channels, s.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>Voltage, open-circuit voltage, current, temperature, surface stoichiometries, electrolyte at the collectors.</summary>
    public required IReadOnlyList<ChartSeries> Channels { get; init; }
}
