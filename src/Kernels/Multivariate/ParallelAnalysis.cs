using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Kernels.RunLengths;

namespace Voltloop.Kernels.Multivariate;

/// <summary>How many principal components are more than chance (Horn, Psychometrika 30, 1965).</summary>
public static class ParallelAnalysis
{
    /// <summary>Seed when none is given.</summary>
    public const int UsualSeed = 1965;

    private const int Repeats = 20;
    private const int MostRows = 2_000;

    /// <summary>Components whose variance is above the mean of as many independent normal columns; at least 1.</summary>
    /// <param name="reference">Rows in control.</param>
    /// <param name="seed">Of the normal columns.</param>
    public static int Components(ReferenceRows reference, int seed = UsualSeed)
    {
        var (found, random, mean) = (SingularValues.Of(reference.Correlation).Values, new NormalSource(seed), new double[reference.Variables]);
        for (var i = 0; i < Repeats; i++) Dot.Add(mean, 1.0 / Repeats, ByChance(random, Math.Min(reference.Rows, MostRows), mean.Length));
        return Math.Max(1, found.TakeWhile((value, k) => value > mean[k]).Count());
    }

    private static double[] ByChance(NormalSource random, int rows, int variables)
    {
        var drawn = new double[rows][];
        for (var i = 0; i < rows; i++)
        {
            drawn[i] = new double[variables];
            for (var j = 0; j < variables; j++) drawn[i][j] = random.Next();
        }

        return SingularValues.Of(ReferenceRows.Of(drawn).Correlation).Values;
    }
}
