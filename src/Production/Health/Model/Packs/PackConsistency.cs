namespace Voltloop.Health.Model.Packs;

/// <summary>Consistency of the cells of a pack.</summary>
/// <param name="Cells">Each cell.</param>
/// <param name="Metrics">Figures over all cells.</param>
/// <param name="ChargePercent">Spread of the state of charge, %; absent without the capacity.</param>
/// <param name="Notes">What could not be said, and why.</param>
internal sealed record PackConsistency(IReadOnlyList<CellConsistency> Cells, IReadOnlyList<ConsistencyMetric> Metrics, double? ChargePercent, IReadOnlyList<string> Notes);
