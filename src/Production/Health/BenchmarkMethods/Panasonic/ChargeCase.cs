namespace Voltloop.Health.BenchmarkMethods.Panasonic;

/// <summary>What a filter is told wrongly.</summary>
/// <param name="Name">Heading.</param>
/// <param name="Start">State of charge it is given at the start; the cell is full.</param>
/// <param name="OffsetAmpere">Added to every current, A.</param>
/// <param name="CapacityFactor">Capacity it is given over the true one.</param>
/// <param name="ScoredAfter">Seconds before errors count.</param>
internal sealed record ChargeCase(string Name, double Start, double OffsetAmpere, double CapacityFactor, int ScoredAfter)
{
    /// <summary>The three cases of the comparison.</summary>
    public static readonly IReadOnlyList<ChargeCase> All =
    [
        new("exact start", 1, 0, 1, 0),
        new("start 70 %", 0.7, 0, 1, 900),
        new("start 70 %, +50 mA, capacity -5 %", 0.7, 0.05, 0.95, 900),
    ];
}
