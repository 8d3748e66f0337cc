namespace Voltloop.Kernels.Consistency;

/// <summary>How unlike two curves of equal length are. Samples missing in either are left out.</summary>
public static class CurveDistance
{
    /// <summary>1 minus the correlation: 0 for the same shape, 1 for none in common; NaN when either is constant.</summary>
    public static double Correlation(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (n, meanA, meanB, aa, bb, ab) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            if (!double.IsFinite(a[i]) || !double.IsFinite(b[i])) continue;
            n++;
            var (stepA, stepB) = (a[i] - meanA, b[i] - meanB);
            (meanA, meanB) = (meanA + stepA / n, meanB + stepB / n);
            aa += stepA * (a[i] - meanA);
            bb += stepB * (b[i] - meanB);
            ab += stepA * (b[i] - meanB);
        }

        return aa > 0 && bb > 0 ? Math.Max(0, 1 - ab / Math.Sqrt(aa * bb)) : double.NaN;
    }

    /// <summary>
    /// Mean distance along the best way of laying one curve over the other when time may be stretched within a band (dynamic time
    /// warping; Sakoe and Chiba 1978), in the unit of the values; NaN without values.
    /// </summary>
    /// <param name="a">One curve.</param>
    /// <param name="b">The other, same length.</param>
    /// <param name="band">Samples by which time may be off.</param>
    public static double Warping(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int band)
    {
        var (x, y) = (Finite(a, b), Finite(b, a));
        if (x.Length == 0) return double.NaN;
        var (before, now) = (new double[x.Length + 1], new double[x.Length + 1]);
        Array.Fill(before, double.PositiveInfinity);
        before[0] = 0;
        for (var i = 1; i <= x.Length; i++)
        {
            Array.Fill(now, double.PositiveInfinity);
            for (var j = Math.Max(1, i - band); j <= Math.Min(x.Length, i + band); j++)
            {
                now[j] = Math.Abs(x[i - 1] - y[j - 1]) + Math.Min(before[j - 1], Math.Min(before[j], now[j - 1]));
            }

            (before, now) = (now, before);
        }

        return before[x.Length] / x.Length;
    }

    private static double[] Finite(ReadOnlySpan<double> values, ReadOnlySpan<double> partner)
    {
        var kept = new List<double>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]) && double.IsFinite(partner[i])) kept.Add(values[i]);
        }

        return [.. kept];
    }
}
