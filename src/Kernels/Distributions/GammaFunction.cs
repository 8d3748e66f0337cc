namespace Voltloop.Kernels.Distributions;

/// <summary>The gamma function and its incomplete part, for distributions.</summary>
internal static class GammaFunction
{
    private const int MaxTerms = 1000;
    private const double Precision = 1e-16;

    /// <summary>Logarithm for an argument above 0. Stirling's series after raising it above 15 by the recurrence: below 1e-15 relative.</summary>
    public static double Log(double x)
    {
        var shift = 0.0;
        for (; x < 15; x++)
        {
            shift += Math.Log(x);
        }

        var inverse = 1 / (x * x);
        var series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / x;
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - shift;
    }

    /// <summary>Regularised upper incomplete gamma function Q(a, x) (DLMF 8.7.1 below, 8.9.2 above a + 1).</summary>
    public static double Upper(double a, double x) => x <= 0 ? 1 : x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);

    /// <summary>Regularised lower incomplete gamma function P(a, x), which keeps its digits where it is small.</summary>
    public static double Lower(double a, double x) => x <= 0 ? 0 : x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);

    private static double Series(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; n < MaxTerms && term > sum * Precision; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum * Front(a, x);
    }

    // Lentz's method.
    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1e300;
        var d = 1 / b;
        var value = d;
        for (var n = 1; n < MaxTerms; n++)
        {
            var top = -n * (n - a);
            b += 2;
            d = 1 / (top * d + b);
            c = b + top / c;
            value *= d * c;
            if (Math.Abs(d * c - 1) < Precision) break;
        }

        return value * Front(a, x);
    }

    private static double Front(double a, double x) => Math.Exp(a * Math.Log(x) - x - Log(a));
}
