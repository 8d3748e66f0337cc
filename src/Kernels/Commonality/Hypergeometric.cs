using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Commonality;

/// <summary>Bad units among those drawn without replacement: the distribution behind Fisher's exact test.</summary>
/// <param name="Total">All units.</param>
/// <param name="Bad">Bad ones among them.</param>
/// <param name="Drawn">Units drawn.</param>
public readonly record struct Hypergeometric(int Total, int Bad, int Drawn)
{
    /// <summary>Fewest bad units that can be among those drawn.</summary>
    public int Least => Math.Max(0, Drawn - (Total - Bad));

    /// <summary>Most bad units that can be among those drawn.</summary>
    public int Most => Math.Min(Drawn, Bad);

    /// <summary>Mean.</summary>
    public double Mean => Total == 0 ? 0 : (double)Drawn * Bad / Total;

    /// <summary>Variance.</summary>
    public double Variance => Total < 2 ? 0 : Mean * (Total - Bad) / Total * (Total - Drawn) / (Total - 1);

    /// <summary>Probability of exactly so many.</summary>
    public double Probability(int found) => found < Least || found > Most ? 0
        : Math.Exp(Choose(Bad, found) + Choose(Total - Bad, Drawn - found) - Choose(Total, Drawn));

    /// <summary>Probability of so many or more.</summary>
    public double Upper(int found)
    {
        if (found <= Least) return 1;
        if (found > Most) return 0;
        return found > Mean ? Tail(found, 1) : Math.Max(0, 1 - Tail(found - 1, -1));
    }

    // Terms fall quickly away from the mean: the sum stops where nothing is added.
    private double Tail(int from, int step)
    {
        var (sum, term) = (0.0, Probability(from));
        for (var k = from; k >= Least && k <= Most && term > sum * 1e-17; k += step)
        {
            sum += term;
            term *= step > 0
                ? (double)(Bad - k) * (Drawn - k) / ((k + 1.0) * (Total - Bad - Drawn + k + 1.0))
                : k * (Total - Bad - Drawn + (double)k) / ((Bad - k + 1.0) * (Drawn - k + 1.0));
        }

        return Math.Min(1, sum);
    }

    private static double Choose(int n, int k) => GammaFunction.Log(n + 1.0) - GammaFunction.Log(k + 1.0) - GammaFunction.Log(n - k + 1.0);
}
