namespace Voltloop.Health.BenchmarkMethods;

/// <summary>Figures of one model.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Source">published, peer or own.</param>
/// <param name="Values">Figures as text, one per column; empty where none is known.</param>
/// <param name="Best">True for the best model of ours, chosen without the figures on test data.</param>
internal sealed record BenchmarkRow(string Model, string Source /* published, peer or own */, IReadOnlyList<string> Values, bool Best);
