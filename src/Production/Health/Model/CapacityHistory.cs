namespace Voltloop.Health.Model;

/// <summary>Capacity per cycle of one cell.</summary>
/// <param name="Cycle">Cycle counts, growing.</param>
/// <param name="Capacity">Discharged capacity in Ah; NaN where none was recorded.</param>
/// <param name="Rated">Rated capacity in Ah; <c>null</c> when nobody declared one.</param>
internal sealed record CapacityHistory(double[] Cycle, double[] Capacity, double? Rated);
