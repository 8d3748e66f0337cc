namespace Voltloop.Health.BenchmarkMethods;

/// <summary>A benchmark that was run.</summary>
/// <param name="Name">Name of the benchmark.</param>
/// <param name="RanAt">When (UTC).</param>
/// <param name="Seconds">How long it took, wall clock.</param>
/// <param name="Table">Its figures.</param>
internal sealed record BenchmarkRun(string Name, DateTimeOffset RanAt, double Seconds, BenchmarkTable Table);
