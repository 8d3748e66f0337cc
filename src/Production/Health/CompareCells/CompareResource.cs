using Voltloop.Health.ShowCapacity;

namespace Voltloop.Health.CompareCells;

/// <summary>Batteries beside each other.</summary>
/// <param name="Cells">Their figures with intervals, in the order asked for.</param>
/// <param name="CapacityAh">Measured capacity over cycles, Ah; flagged cycles are left out.</param>
/// <param name="CapacityPercent">The same in % of what counts as 100 % for each: rated, else initial capacity.</param>
/// <param name="IncrementalCapacity">dQ/dV of the last slow discharge of each that has one.</param>
internal sealed record CompareResource(
    IReadOnlyList<ComparedCell> Cells, CurvesResource CapacityAh, CurvesResource CapacityPercent, CurvesResource IncrementalCapacity);
