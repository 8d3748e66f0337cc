namespace Voltloop.Kernels.CellModel;

/// <summary>Everything a cell model needs to know of a cell.</summary>
/// <param name="Name">Short name, in lower case.</param>
/// <param name="Cell">The cell in words.</param>
/// <param name="Source">Where the values were published.</param>
public sealed record CellParameters(string Name, string Cell, string Source)
{
    /// <summary>Negative electrode.</summary>
    public required PorousElectrode Negative { get; init; }

    /// <summary>Separator.</summary>
    public required PorousSeparator Separator { get; init; }

    /// <summary>Positive electrode.</summary>
    public required PorousElectrode Positive { get; init; }

    /// <summary>Electrolyte.</summary>
    public required BinaryElectrolyte Electrolyte { get; init; }

    /// <summary>Heat.</summary>
    public required LumpedThermal Thermal { get; init; }

    /// <summary>Area of the electrodes that face each other, m².</summary>
    public required double Area { get; init; }

    /// <summary>Capacity that a C-rate refers to, Ah.</summary>
    public required double NominalAh { get; init; }

    /// <summary>Voltages between which the cell is used, V.</summary>
    public required (double Lower, double Upper) Volt { get; init; }

    /// <summary>Concentrations of the electrolyte, mol/m³, in which its properties were measured.</summary>
    public required (double From, double To) ValidElectrolyte { get; init; }

    /// <summary>Temperatures in degC in which the parameters hold.</summary>
    public required (double From, double To) ValidCelsius { get; init; }

    /// <summary>
    /// Current in A up to which the reaction is about alike all through both electrodes, as single-particle models presume: the
    /// potential drops by less than RT/F at 25 degC across either of them.
    /// </summary>
    public double LargestUniformAmpere()
    {
        double Resistance(PorousElectrode of) =>
            of.Thickness / 2 * (1 / (Math.Pow(of.Porosity, of.Bruggeman) * Electrolyte.Conductivity(Electrolyte.Concentration)) + 1 / of.Conductivity);
        var volt = CellConstants.Gas * CellConstants.Reference / CellConstants.Faraday;
        return Area * volt / Math.Max(Resistance(Negative), Resistance(Positive));
    }
}
