namespace Voltloop.Health.BenchmarkMethods;

/// <summary>What was measured of one model.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Source">own, or published for the one it is compared with.</param>
/// <param name="Figures">Figures as the table of the benchmark shows them, one for each column; empty where none is known.</param>
internal sealed record ModelFigures(string Model, string Source, IReadOnlyList<string> Figures);
