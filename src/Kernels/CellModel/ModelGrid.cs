namespace Voltloop.Kernels.CellModel;

/// <summary>How finely a cell model is divided.</summary>
/// <param name="Shells">Shells of a particle.</param>
/// <param name="PerElectrode">Volumes of electrolyte in each electrode.</param>
/// <param name="InSeparator">Volumes of electrolyte in the separator.</param>
public sealed record ModelGrid(int Shells = 40, int PerElectrode = 20, int InSeparator = 10)
{
    /// <summary>False for the single-particle model without electrolyte: no potential and no concentration of it counts.</summary>
    public bool WithElectrolyte { get; init; } = true;
}
