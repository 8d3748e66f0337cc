namespace Voltloop.Kernels.CellModel;

/// <summary>An electrolyte of one salt.</summary>
/// <param name="Concentration">Concentration at rest, mol/m³.</param>
/// <param name="Transference">Transference number of lithium.</param>
/// <param name="Diffusivity">Diffusivity, m²/s, over the concentration in mol/m³.</param>
/// <param name="Conductivity">Conductivity, S/m, over the concentration in mol/m³.</param>
public sealed record BinaryElectrolyte(double Concentration, double Transference, Func<double, double> Diffusivity, Func<double, double> Conductivity)
{
    /// <summary>Thermodynamic factor: 1 + d ln f / d ln c.</summary>
    public double ThermodynamicFactor { get; init; } = 1;
}
