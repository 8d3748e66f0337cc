namespace Voltloop.Kernels.CellModel;

/// <summary>A porous electrode of equal spheres.</summary>
/// <param name="Thickness">Thickness, m.</param>
/// <param name="Porosity">Share of the volume that is electrolyte.</param>
/// <param name="ActiveShare">Share of the volume that is active material.</param>
/// <param name="ParticleRadius">Radius of a particle, m.</param>
public sealed record PorousElectrode(double Thickness, double Porosity, double ActiveShare, double ParticleRadius)
{
    /// <summary>Diffusivity of lithium in a particle, m²/s.</summary>
    public required double Diffusivity { get; init; }

    /// <summary>Largest concentration of lithium in a particle, mol/m³.</summary>
    public required double MaxConcentration { get; init; }

    /// <summary>Electronic conductivity of the electrode, S/m, as it is in the electrode.</summary>
    public required double Conductivity { get; init; }

    /// <summary>Exponent of the porosity in the transport of the electrolyte.</summary>
    public double Bruggeman { get; init; } = 1.5;

    /// <summary>Rate of the reaction at 25 degC, (A/m²)(m³/mol)^1.5: exchange current over the root of the three concentrations.</summary>
    public required double Rate { get; init; }

    /// <summary>Activation energy of the reaction, J/mol.</summary>
    public double ActivationEnergy { get; init; }

    /// <summary>Open-circuit potential against lithium, V, over the stoichiometry.</summary>
    public required Func<double, double> OpenCircuit { get; init; }

    /// <summary>Concentration of lithium in a particle as published for the charged cell, mol/m³.</summary>
    public required double ChargedConcentration { get; init; }

    /// <summary>Surface of the particles for each volume of electrode, 1/m.</summary>
    public double SurfacePerVolume => 3 * ActiveShare / ParticleRadius;

    /// <summary>Charge that fills the particles from empty, C for each m² of electrode.</summary>
    public double Coulombs => CellConstants.Faraday * ActiveShare * Thickness * MaxConcentration;

    /// <summary>Exchange current, A/m² of particle surface.</summary>
    /// <param name="surface">Concentration at the surface of the particles, mol/m³.</param>
    /// <param name="rootElectrolyte">Mean of the root of the electrolyte's concentration, (mol/m³)^0.5.</param>
    /// <param name="kelvin">Temperature, K.</param>
    public double ExchangeCurrent(double surface, double rootElectrolyte, double kelvin) => Rate * rootElectrolyte * Math.Sqrt(surface * (MaxConcentration - surface))
        * Math.Exp(ActivationEnergy / CellConstants.Gas * (1 / CellConstants.Reference - 1 / kelvin));
}
