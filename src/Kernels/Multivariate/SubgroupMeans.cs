using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Hotelling's T² of subgroup means, with the covariance pooled within subgroups (Ryan, 9.3).</summary>
public sealed class SubgroupMeans
{
    private SubgroupMeans(double[] mean, Matrix covariance, double[] statistics) => (Mean, Covariance, Statistics) = (mean, covariance, statistics);

    /// <summary>Means over all subgroups.</summary>
    public double[] Mean { get; }

    /// <summary>Mean of the covariances within the subgroups.</summary>
    public Matrix Covariance { get; }

    /// <summary>T² of each subgroup.</summary>
    public double[] Statistics { get; }

    /// <summary>Works out subgroups of one size, two rows or more in each.</summary>
    /// <exception cref="ArgumentException">Their covariance is singular, or they differ in size.</exception>
    public static SubgroupMeans Of(IReadOnlyList<double[][]> groups)
    {
        var size = groups[0].Length;
        if (size < 2 || groups.Any(group => group.Length != size)) throw new ArgumentException("Subgroups must have one size of two or more.", nameof(groups));
        double[][] means = [.. groups.Select(MeanOf)];
        var mean = MeanOf(means);
        var covariance = Pooled(groups, means);
        var factor = Cholesky.TryOf(covariance) ?? throw new ArgumentException("The covariance within subgroups is singular.", nameof(groups));
        return new SubgroupMeans(mean, covariance, [.. means.Select(one => size * Length(factor, one, mean))]);
    }

    private static double Length(Cholesky factor, double[] one, double[] mean)
    {
        var solved = factor.SolveLower([.. one.Zip(mean, (a, b) => a - b)]);
        return Dot.Of(solved, solved);
    }

    private static double[] MeanOf(double[][] rows)
    {
        var mean = new double[rows[0].Length];
        foreach (var row in rows) Dot.Add(mean, 1.0 / rows.Length, row);
        return mean;
    }

    private static Matrix Pooled(IReadOnlyList<double[][]> groups, double[][] means)
    {
        var p = means[0].Length;
        var pooled = new Matrix(p, p);
        for (var g = 0; g < groups.Count; g++)
        {
            foreach (var row in groups[g])
            {
                double[] apart = [.. row.Zip(means[g], (a, b) => a - b)];
                for (var i = 0; i < p; i++) Dot.Add(pooled.Row(i), apart[i] / (groups.Count * (groups[g].Length - 1.0)), apart);
            }
        }

        return pooled;
    }
}
