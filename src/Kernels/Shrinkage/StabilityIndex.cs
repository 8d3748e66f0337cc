namespace Voltloop.Kernels.Shrinkage;

/// <summary>
/// Population stability index: how far a distribution moved from another, summed over bins that hold equal shares of the other
/// (symmetric Kullback-Leibler divergence). Under no change it is, times the harmonic sample size, about chi-square distributed with
/// bins - 1 degrees of freedom (Yurdakul 2018), so that small samples are not taken for drift.
/// </summary>
/// <param name="Value">The index.</param>
/// <param name="Bins">Bins compared.</param>
/// <param name="Chance">Probability of so much or more without any change.</param>
public readonly record struct StabilityIndex(double Value, int Bins, double Chance)
{
    private const int MostBins = 10;
    private const int FewestPerBin = 5;

    /// <summary>Compares; <c>null</c> when either sample is too small for two bins.</summary>
    public static StabilityIndex? Of(double[] sample, double[] reference)
    {
        var bins = Math.Min(MostBins, Math.Min(sample.Length, reference.Length) / FewestPerBin);
        if (bins < 2) return null;
        double[] sorted = [.. reference.Order()];
        double[] edges = [.. Enumerable.Range(1, bins - 1).Select(i => sorted[i * sorted.Length / bins]).Distinct()];
        if (edges.Length == 0 || edges[0].Equals(sorted[0]) && edges.Length == 1) return null;
        var (a, b) = (Shares(sample, edges), Shares(reference, edges));
        var value = a.Zip(b, (mine, other) => (mine - other) * Math.Log(mine / other)).Sum();
        var size = 1 / (1.0 / sample.Length + 1.0 / reference.Length);
        return new StabilityIndex(value, a.Length, Distributions.ChiSquare.Upper(value * size, a.Length - 1));
    }

    // Half a member in each bin keeps an empty one finite.
    private static double[] Shares(double[] values, double[] edges)
    {
        var counts = new double[edges.Length + 1];
        Array.Fill(counts, 0.5);
        foreach (var value in values)
        {
            var bin = 0;
            while (bin < edges.Length && value >= edges[bin]) bin++;
            counts[bin]++;
        }

        var all = counts.Sum();
        return Array.ConvertAll(counts, count => count / all);
    }
}
