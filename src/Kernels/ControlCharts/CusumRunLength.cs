using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.ControlCharts;

/// <summary>Average run length of the one-sided CUSUM of independent standard normal values.</summary>
public static class CusumRunLength
{
    /// <summary>States of the Markov chain: below 0.1 % error for thresholds up to 10.</summary>
    public const int States = 120;

    // Siegmund's correction for the overshoot over the threshold.
    private const double Overshoot = 1.166;

    /// <summary>Average number of values until an alarm, by a Markov chain (Brook and Evans, Biometrika 59, 1972).</summary>
    /// <param name="design">Reference value and threshold, in standard deviations.</param>
    /// <param name="shift">Mean of the values, in standard deviations; 0 in control.</param>
    public static double Markov(CusumDesign design, double shift)
    {
        var width = 2 * design.Threshold / (2 * States - 1);
        var chain = Chain(width, design.Reference - shift);
        var lengths = new double[States];
        Array.Fill(lengths, 1);
        Eliminate(chain, lengths);
        return lengths[0];
    }

    /// <summary>The same in closed form, to a few percent (Siegmund, Sequential Analysis, 1985).</summary>
    public static double Siegmund(CusumDesign design, double shift)
    {
        var drift = shift - design.Reference;
        var b = design.Threshold + Overshoot;
        return Math.Abs(drift) < 1e-9 ? b * b : (Math.Exp(-2 * drift * b) + 2 * drift * b - 1) / (2 * drift * drift);
    }

    // Identity minus the probabilities of going from state to state without an alarm; state 0 takes all that would fall below.
    private static double[,] Chain(double width, double back)
    {
        var below = new double[2 * States];
        for (var d = 0; d < below.Length; d++) below[d] = Normal.Cumulative((d - States + 0.5) * width + back);
        var chain = new double[States, States];
        for (var i = 0; i < States; i++)
        {
            for (var j = 0; j < States; j++)
            {
                var upper = below[j - i + States];
                var lower = j == 0 ? 0 : below[j - i + States - 1];
                chain[i, j] = (i == j ? 1 : 0) - (upper - lower);
            }
        }

        return chain;
    }

    // No pivoting: the matrix is diagonally dominant.
    private static void Eliminate(double[,] a, double[] b)
    {
        for (var k = States - 1; k > 0; k--)
        {
            for (var i = 0; i < k; i++)
            {
                var factor = a[i, k] / a[k, k];
                b[i] -= factor * b[k];
                for (var j = 0; j < k; j++) a[i, j] -= factor * a[k, j];
            }
        }

        b[0] /= a[0, 0];
    }
}
