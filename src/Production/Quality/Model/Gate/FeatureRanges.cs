using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Quality.Model.Gate;

/// <summary>Between which values each feature was learned: beyond them a prediction is a guess.</summary>
/// <param name="Lowest">Lowest value of each feature.</param>
/// <param name="Highest">Highest value.</param>
internal sealed record FeatureRanges(double[] Lowest, double[] Highest)
{
    private const double Slack = 0.1;

    /// <summary>The ranges of some units.</summary>
    public static FeatureRanges Of(Matrix features)
    {
        double[][] columns = [.. Enumerable.Range(0, features.Columns).Select(features.Column)];
        return new FeatureRanges(Array.ConvertAll(columns, column => column.Min()), Array.ConvertAll(columns, column => column.Max()));
    }

    /// <summary>First feature of a unit that lies beyond its range by more than a tenth of it; -1 for none.</summary>
    public int Beyond(ReadOnlySpan<double> row)
    {
        for (var j = 0; j < row.Length; j++)
        {
            var slack = Slack * (Highest[j] - Lowest[j]);
            if (row[j] < Lowest[j] - slack || row[j] > Highest[j] + slack) return j;
        }

        return -1;
    }
}
