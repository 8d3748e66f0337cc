namespace Voltloop.Kernels.CausalStructure;

/// <summary>How a structure is learned.</summary>
/// <param name="Alpha">Level of each test of independence among neighbours.</param>
/// <param name="Depth">Most neighbours that a test conditions on at once.</param>
/// <param name="FalseShare">Expected share of false edges among those found, where whole stations are conditioned on (Benjamini and Hochberg).</param>
public sealed record StructureSettings(double Alpha = 0.01, int Depth = 3, double FalseShare = 0.05)
{
    /// <summary>Most tests of one run.</summary>
    public const long MaxTests = 20_000_000;

    /// <summary>Rows for each variable from which on whole stations are conditioned on: with fewer, so many at once cost more than they tell.</summary>
    public const int RowsForWhole = 3;

    /// <summary>How to search; chosen by the number of rows when left out.</summary>
    public StructureSearch? Search { get; init; }
}
