using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Integration;

namespace Voltloop.Kernels.Capability;

/// <summary>Two-sided tolerance factor of normal values: mean ± k standard deviations hold a share of the population with a confidence (exact; Odeh 1978).</summary>
public static class ToleranceFactor
{
    private const int Nodes = 80;
    private const int MaxTurns = 200;
    private const double Edge = 8.5;

    /// <summary>The factor k.</summary>
    /// <param name="size">Values, 2 or more.</param>
    /// <param name="coverage">Share of the population, above 0 and below 1.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    public static double TwoSided(int size, double coverage, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        var guess = WaldWolfowitz(size, coverage, confidence);
        var (low, high) = (guess * 0.9, guess * 1.1);
        while (Confidence(high, size, coverage) < confidence) (low, high) = (high, high * 1.5);
        while (Confidence(low, size, coverage) > confidence) (low, high) = (low / 1.5, low);
        for (var i = 0; i < MaxTurns && high - low > 1e-12 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Confidence(middle, size, coverage) < confidence ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The same by the formula of Wald and Wolfowitz (1946): a little too small for few values.</summary>
    /// <inheritdoc cref="TwoSided" path="/param"/>
    public static double WaldWolfowitz(int size, double coverage, double confidence) =>
        Reach(1 / Math.Sqrt(size), coverage) * Math.Sqrt((size - 1) / ChiSquare.Quantile(1 - confidence, size - 1));

    private static double Confidence(double k, int size, double coverage)
    {
        var (degrees, edge) = (size - 1.0, Edge / Math.Sqrt(size));
        double Share(double mean)
        {
            var reach = Reach(mean, coverage);
            return Normal.Density(mean * Math.Sqrt(size)) * Math.Sqrt(size) * ChiSquare.Upper(degrees * reach * reach / (k * k), degrees);
        }

        return 2 * GaussLegendre.Of(Nodes).Integrate(Share, 0, edge);
    }

    // Half width around a mean that is off by so much and still holds the share. Newton; the share rises with the width.
    private static double Reach(double mean, double coverage)
    {
        var reach = Normal.UpperQuantile((1 - coverage) / 2) + (Math.Abs(mean) / 2);
        for (var i = 0; i < MaxTurns; i++)
        {
            var excess = 1 - Normal.Upper(mean + reach) - Normal.Cumulative(mean - reach) - coverage;
            var step = excess / (Normal.Density(mean + reach) + Normal.Density(mean - reach));
            reach -= Math.Clamp(step, -0.5, 0.5);
            if (Math.Abs(step) < 1e-13) break;
        }

        return reach;
    }
}
