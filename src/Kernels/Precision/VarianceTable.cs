namespace Voltloop.Kernels.Precision;

/// <summary>A one-way analysis of variance with no digit lost.</summary>
/// <param name="Between">Sum of squares between groups.</param>
/// <param name="Within">Sum of squares within groups.</param>
/// <param name="BetweenDegrees">Groups less one.</param>
/// <param name="WithinDegrees">Values less groups.</param>
public sealed record VarianceTable(double Between, double Within, int BetweenDegrees, int WithinDegrees)
{
    /// <summary>Ratio of the mean squares.</summary>
    public double F { get; private init; }

    /// <summary>Share of the squares that groups explain.</summary>
    public double Explained { get; private init; }

    /// <summary>Standard deviation within groups.</summary>
    public double Deviation { get; private init; }

    /// <summary>The table of two groups or more, one of which has two values or more.</summary>
    public static VarianceTable Of(IReadOnlyList<IReadOnlyList<DoubleDouble>> groups)
    {
        var count = groups.Sum(group => group.Count);
        var grand = groups.Aggregate(DoubleDouble.Zero, (sum, group) => sum + Sum(group)) / count;
        var (between, within) = (DoubleDouble.Zero, DoubleDouble.Zero);
        foreach (var group in groups)
        {
            var mean = Sum(group) / group.Count;
            between += (mean - grand) * (mean - grand) * group.Count;
            foreach (var value in group) within += (value - mean) * (value - mean);
        }

        var (above, below) = (groups.Count - 1, count - groups.Count);
        return new VarianceTable((double)between, (double)within, above, below)
        {
            F = (double)(between / above / (within / below)), Explained = (double)(between / (between + within)), Deviation = (double)DoubleDouble.Sqrt(within / below),
        };
    }

    private static DoubleDouble Sum(IReadOnlyList<DoubleDouble> values) => values.Aggregate(DoubleDouble.Zero, (sum, value) => sum + value);
}
