namespace Voltloop.Health.ReadMatlab;

/// <summary>A cell array.</summary>
/// <param name="Dimensions">Rows and columns.</param>
/// <param name="Items">Values.</param>
internal sealed record MatlabCells(IReadOnlyList<int> Dimensions, IReadOnlyList<MatlabValue> Items) : MatlabValue(Dimensions);
