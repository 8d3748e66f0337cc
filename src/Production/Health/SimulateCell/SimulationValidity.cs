using Voltloop.Kernels.CellModel;

namespace Voltloop.Health.SimulateCell;

/// <summary>Says where a simulation left the range in which the model and its parameters can be believed.</summary>
internal static class SimulationValidity
{
    /// <summary>The range in words.</summary>
    public static string Range(CellParameters cell) => FormattableString.Invariant(
        $"Currents up to {cell.LargestUniformAmpere():F1} A ({cell.LargestUniformAmpere() / cell.NominalAh:F2}C), for the reaction to be alike through each electrode; {cell.ValidCelsius.From:F0} to {cell.ValidCelsius.To:F0} degC, since only the reaction follows the temperature; electrolyte from {cell.ValidElectrolyte.From:F0} to {cell.ValidElectrolyte.To:F0} mol/m³, where its properties were measured. A new cell: nothing ages. No entropic heat.");

    /// <summary>What left the range; empty when nothing did.</summary>
    public static IReadOnlyList<string> Left(CellParameters cell, SimulationTrace trace, bool withElectrolyte)
    {
        var (uniform, celsius, salt) = (cell.LargestUniformAmpere(), cell.ValidCelsius, cell.ValidElectrolyte);
        var left = new List<string>();
        if (trace.LargestAmpere > uniform) left.Add(FormattableString.Invariant($"The current reached {trace.LargestAmpere:F1} A. Above {uniform:F1} A the reaction is not alike through an electrode, and the voltage under load comes out too high."));
        if (trace.LowestKelvin < CellConstants.Zero + celsius.From || trace.HighestKelvin > CellConstants.Zero + celsius.To) left.Add(FormattableString.Invariant($"The cell was at {trace.LowestKelvin - CellConstants.Zero:F1} to {trace.HighestKelvin - CellConstants.Zero:F1} degC. Outside {celsius.From:F0} to {celsius.To:F0} degC diffusion and electrolyte are not those of the parameters, which hold for 25 degC."));
        if (withElectrolyte && (trace.Electrolyte.Lowest < salt.From || trace.Electrolyte.Highest > salt.To)) left.Add(FormattableString.Invariant($"The electrolyte went from {trace.Electrolyte.Lowest:F0} to {trace.Electrolyte.Highest:F0} mol/m³. Its properties were measured from {salt.From:F0} to {salt.To:F0} mol/m³."));
        if (!withElectrolyte) left.Add("Without electrolyte the voltage under load comes out too high: use this model to compare, not to predict.");
        return left;
    }
}
