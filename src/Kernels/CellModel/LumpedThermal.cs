namespace Voltloop.Kernels.CellModel;

/// <summary>A cell of one temperature that gives its heat to air.</summary>
/// <param name="HeatCapacity">Heat capacity of the cell, J/K.</param>
/// <param name="CoolingArea">Surface that is cooled, m².</param>
/// <param name="Transfer">Heat transfer, W/(m² K).</param>
public sealed record LumpedThermal(double HeatCapacity, double CoolingArea, double Transfer)
{
    /// <summary>Heat that leaves for each kelvin above the air, W/K.</summary>
    public double Conductance => CoolingArea * Transfer;
}
