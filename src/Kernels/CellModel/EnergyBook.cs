namespace Voltloop.Kernels.CellModel;

/// <summary>Energies of a simulated cell since its start, J.</summary>
/// <param name="Electric">Put in through the terminals; negative when taken out.</param>
/// <param name="Heat">Made as heat.</param>
/// <param name="Lost">Given to the air.</param>
/// <param name="Chemical">Stored by the change of mean composition.</param>
public readonly record struct EnergyBook(double Electric, double Heat, double Lost, double Chemical);
