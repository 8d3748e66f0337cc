using Voltloop.Kernels.Precision;

namespace Voltloop.Kernels.Experiments;

/// <summary>A term of a model: a product of coded factors, or a block.</summary>
/// <param name="Name">Name.</param>
/// <param name="Factors">Factors that are multiplied; the same one twice for a square; empty for a block.</param>
/// <param name="Column">Its value in each run.</param>
public sealed record ModelTerm(string Name, IReadOnlyList<int> Factors, IReadOnlyList<DoubleDouble> Column);
