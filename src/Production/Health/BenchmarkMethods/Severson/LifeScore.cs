using Voltloop.Kernels.Conformal;

namespace Voltloop.Health.BenchmarkMethods.Severson;

/// <summary>What a model says of one part of the cells.</summary>
/// <param name="Lives">Predicted lives, cycles.</param>
/// <param name="Intervals">Intervals, cycles; empty where none are made.</param>
internal sealed record LifeScore(double[] Lives, Bounds[] Intervals);
