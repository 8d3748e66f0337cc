using Voltloop.Kernels.Integration;

namespace Voltloop.Kernels.Distributions;

/// <summary>Noncentral t distribution, by integration over the spread (Johnson, Kotz and Balakrishnan, ch. 31).</summary>
public static class NoncentralT
{
    private const int Nodes = 200;
    private const double Reach = 10;

    /// <summary>Probability of a value not above <paramref name="t"/>.</summary>
    /// <param name="t">Value.</param>
    /// <param name="degrees">Degrees of freedom, 1 or more.</param>
    /// <param name="noncentrality">Noncentrality.</param>
    public static double Cumulative(double t, double degrees, double noncentrality)
    {
        var width = Reach / Math.Sqrt(2 * degrees);
        var scale = Math.Log(2) + (degrees / 2 * Math.Log(degrees / 2)) - GammaFunction.Log(degrees / 2);
        double Weighted(double s) => Math.Exp(scale + ((degrees - 1) * Math.Log(s)) - (degrees * s * s / 2)) * Normal.Cumulative((t * s) - noncentrality);
        return GaussLegendre.Of(Nodes).Integrate(Weighted, Math.Max(0, 1 - width), 1 + width);
    }
}
