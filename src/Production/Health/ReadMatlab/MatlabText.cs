namespace Voltloop.Health.ReadMatlab;

/// <summary>An array of characters.</summary>
/// <param name="Dimensions">Rows and columns.</param>
/// <param name="Rows">One text per row, without trailing blanks.</param>
internal sealed record MatlabText(IReadOnlyList<int> Dimensions, IReadOnlyList<string> Rows) : MatlabValue(Dimensions);
