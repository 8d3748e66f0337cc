namespace Voltloop.Kernels.Distributions;

/// <summary>Noncentral chi-square distribution: central ones mixed by Poisson weights (Johnson, Kotz and Balakrishnan, ch. 29).</summary>
public static class NoncentralChiSquare
{
    private const double Negligible = 1e-18;

    /// <summary>Density at <paramref name="x"/> above 0.</summary>
    /// <param name="x">Value.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    /// <param name="noncentrality">Noncentrality, 0 or more.</param>
    public static double Density(double x, double degrees, double noncentrality)
    {
        if (x <= 0) return 0;
        var (half, product) = (noncentrality / 2, noncentrality * x / 4);
        // Terms rise to j near the root of the product and fall on both sides: start at the largest.
        var top = (int)Math.Max(0, Math.Round(Math.Sqrt(product) - (degrees / 4)));
        var first = Term(top, (x, degrees, half));
        var sum = first;
        for (var (j, term) = (top + 1, first); ; j++)
        {
            term *= product / (j * ((degrees / 2) + j - 1));
            sum += term;
            if (term <= sum * Negligible) break;
        }

        for (var (j, term) = (top, first); j > 0 && product > 0; j--)
        {
            term *= j * ((degrees / 2) + j - 1) / product;
            sum += term;
            if (term <= sum * Negligible) break;
        }

        return sum;
    }

    private static double Term(int j, (double X, double Degrees, double Half) of)
    {
        var shape = (of.Degrees / 2) + j;
        var poisson = of.Half > 0 ? (j * Math.Log(of.Half)) - of.Half - GammaFunction.Log(j + 1) : 0;
        return of.Half <= 0 && j > 0 ? 0 : Math.Exp(poisson + ((shape - 1) * Math.Log(of.X / 2)) - (of.X / 2) - GammaFunction.Log(shape)) / 2;
    }
}
