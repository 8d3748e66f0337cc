using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.CausalStructure;

/// <summary>Replaces values by normal scores of their ranks, so that any monotone transform of a normal variable counts as one (Liu, Lafferty and Wasserman, JMLR 10 (2009) 2295; Harris and Drton, JMLR 14 (2013) 3365).</summary>
public static class RankScores
{
    /// <summary>Scores of van der Waerden; ties share their mean rank.</summary>
    public static double[] Of(double[] values) => Of([values])[0];

    /// <summary>Scores of columns of one length.</summary>
    public static double[][] Of(IReadOnlyList<double[]> columns)
    {
        // Ranks are the same in every column, and so are their quantiles: by twice the rank, since ties may end in a half.
        var quantiles = new double[(2 * columns[0].Length) + 1];
        Array.Fill(quantiles, double.NaN);
        return [.. columns.Select(column => Of(column, quantiles))];
    }

    private static double[] Of(double[] values, double[] quantiles)
    {
        var sorted = values.ToArray();
        var places = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(sorted, places);
        var scores = new double[values.Length];
        for (var from = 0; from < sorted.Length;)
        {
            var to = from + 1;
            while (to < sorted.Length && sorted[to] <= sorted[from]) to++;
            ref var score = ref quantiles[from + 1 + to];
            if (double.IsNaN(score)) score = -Normal.UpperQuantile((from + 1 + to) / 2.0 / (sorted.Length + 1));
            for (var i = from; i < to; i++) scores[places[i]] = score;
            from = to;
        }

        return scores;
    }
}
