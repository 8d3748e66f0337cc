namespace Voltloop.Kernels.Distributions;

/// <summary>Student's t distribution (NIST/SEMATECH e-Handbook 1.3.6.6.4; continued fraction of DLMF 8.17.22).</summary>
public static class StudentT
{
    private const int MaxTerms = 500;
    private const int MaxHalvings = 200;

    /// <summary>Probability of a value not above <paramref name="t"/>; <paramref name="degrees"/> of freedom above 0.</summary>
    public static double Cumulative(double t, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        var tail = 0.5 * RegularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
        return t >= 0 ? 1 - tail : tail;
    }

    /// <summary>Value not exceeded with <paramref name="probability"/> (0.5 to below 1), to about 1e-12 relative.</summary>
    public static double Quantile(double probability, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        var (low, high) = (0.0, 1.0);
        while (Cumulative(high, degrees) < probability)
        {
            (low, high) = (high, high * 2);
        }

        for (var i = 0; i < MaxHalvings && high - low > 1e-13 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Cumulative(middle, degrees) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Regularised incomplete beta function, for the F distribution too.</summary>
    internal static double RegularizedBeta(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp(GammaFunction.Log(a + b) - GammaFunction.Log(a) - GammaFunction.Log(b) + a * Math.Log(x) + b * Math.Log(1 - x));
        return x < (a + 1) / (a + b + 2)
            ? front * Fraction(x, a, b) / a
            : 1 - front * Fraction(1 - x, b, a) / b;
    }

    // Lentz's method: two coefficients of the continued fraction per turn.
    private static double Fraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - (a + b) * x / (a + 1));
        var value = d;
        for (var m = 1; m < MaxTerms; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            value *= d * c;
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            value *= d * c;
            if (Math.Abs(d * c - 1) < 1e-15)
            {
                break;
            }
        }

        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
