namespace Voltloop.Quality.StackTolerances;

/// <summary>A tolerance of the least cost.</summary>
/// <param name="Name">Contributor.</param>
/// <param name="Half">Half width now.</param>
/// <param name="Chosen">Half width of the least cost.</param>
/// <param name="Cost">Cost now, of all there are of it; absent when there is no tolerance now.</param>
/// <param name="ChosenCost">Cost of the chosen one.</param>
/// <param name="Held">Whether a bound holds it.</param>
internal sealed record AllocationRow(string Name, double Half, double Chosen, double? Cost, double ChosenCost, bool Held);
