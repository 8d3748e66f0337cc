namespace Voltloop.Health.ReadMatlab;

/// <summary>A value that is passed over: sparse matrices, objects of classes, function handles.</summary>
/// <param name="Dimensions">Rows and columns.</param>
/// <param name="Kind">What it is.</param>
internal sealed record MatlabOther(IReadOnlyList<int> Dimensions, string Kind) : MatlabValue(Dimensions);
