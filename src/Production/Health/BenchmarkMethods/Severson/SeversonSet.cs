namespace Voltloop.Health.BenchmarkMethods.Severson;

/// <summary>The published split of the 124 cells.</summary>
/// <param name="Train">41 cells to fit on.</param>
/// <param name="Test1">42 cells of the same batches; the 43rd, which lived 148 cycles, is left out as in all published tables.</param>
/// <param name="Test2">40 cells of a later batch.</param>
internal sealed record SeversonSet(IReadOnlyList<SeversonCell> Train, IReadOnlyList<SeversonCell> Test1, IReadOnlyList<SeversonCell> Test2)
{
    /// <summary>Place in the first test of the cell that published tables leave out, from 0.</summary>
    public const int Excluded = 21;
}
