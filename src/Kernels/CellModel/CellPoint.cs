namespace Voltloop.Kernels.CellModel;

/// <summary>A cell model at one moment.</summary>
/// <param name="Second">Time since the start, s.</param>
/// <param name="Ampere">Current, A, + for charge.</param>
/// <param name="Volt">Voltage between the terminals, V.</param>
/// <param name="OpenCircuitVolt">Open-circuit voltage of the mean composition, V.</param>
/// <param name="Kelvin">Temperature, K.</param>
public readonly record struct CellPoint(double Second, double Ampere, double Volt, double OpenCircuitVolt, double Kelvin)
{
    /// <summary>Stoichiometry at the surface of the negative particles.</summary>
    public double NegativeSurface { get; init; }

    /// <summary>Stoichiometry at the surface of the positive particles.</summary>
    public double PositiveSurface { get; init; }

    /// <summary>Concentration of the electrolyte at the negative collector, mol/m³.</summary>
    public double NegativeElectrolyte { get; init; }

    /// <summary>Concentration of the electrolyte at the positive collector, mol/m³.</summary>
    public double PositiveElectrolyte { get; init; }

    /// <summary>Heat that the cell makes, W.</summary>
    public double HeatWatt => Ampere * (Volt - OpenCircuitVolt);
}
