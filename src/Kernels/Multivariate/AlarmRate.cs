using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Share of rows with an alarm, with an interval.</summary>
/// <param name="Alarms">Rows with an alarm.</param>
/// <param name="Rows">Rows that were judged.</param>
/// <param name="Effective">Independent rows that would tell as much: alarms that come in runs tell less.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end of the interval.</param>
public readonly record struct AlarmRate(int Alarms, int Rows, double Effective, double Lower, double Upper)
{
    private const double Confidence = 0.95;

    /// <summary>The share; NaN without rows.</summary>
    public double Share => Rows > 0 ? (double)Alarms / Rows : double.NaN;

    /// <summary>
    /// The share with its 95 % binomial interval (Clopper and Pearson, Biometrika 26, 1934). The number of rows is divided by (1+r)/(1-r), with r the
    /// correlation of an alarm with the next row's, since alarms of averages come in runs.
    /// </summary>
    /// <param name="alarms">Whether each row has an alarm, in the order of time.</param>
    /// <param name="known">Correlation r, where it is known; that of these alarms when left out.</param>
    public static AlarmRate Of(IReadOnlyList<bool> alarms, double? known = null)
    {
        var (hits, rows, tail) = (alarms.Count(alarm => alarm), alarms.Count, (1 - Confidence) / 2);
        if (rows == 0) return new AlarmRate(0, 0, 0, 0, 1);
        var memory = known ?? Memory(alarms);
        var effective = Math.Max(1, rows * (1 - memory) / (1 + memory));
        var (seen, unseen) = ((double)hits / rows * effective, (1 - ((double)hits / rows)) * effective);
        var lower = hits == 0 ? 0 : Beta.Quantile(tail, seen, unseen + 1);
        var upper = hits == rows ? 1 : Beta.UpperQuantile(tail, seen + 1, unseen);
        return new AlarmRate(hits, rows, effective, lower, upper);
    }

    /// <summary>
    /// Whether this share is above another: the 95 % interval of their difference lies above zero (Newcombe, Statistics in Medicine 17,
    /// 1998, from the two intervals).
    /// </summary>
    public bool IsAbove(AlarmRate other)
    {
        if (Rows == 0 || other.Rows == 0) return false;
        var (below, above) = (Share - Lower, other.Upper - other.Share);
        return Share - other.Share > Math.Sqrt((below * below) + (above * above));
    }

    /// <summary>Correlation of an alarm with the next row's, 0 to 0.99.</summary>
    public static double Memory(IReadOnlyList<bool> alarms) => Memory([.. alarms.Select(alarm => alarm ? 1.0 : 0)]);

    /// <summary>Correlation of a figure with the next one, 0 to 0.99; NaN are passed over.</summary>
    public static double Memory(IReadOnlyList<double> figures)
    {
        double[] known = [.. figures.Where(value => !double.IsNaN(value))];
        if (known.Length < 2) return 0;
        var (mean, sum, squares) = (known.Average(), 0.0, 0.0);
        for (var i = 0; i < known.Length; i++)
        {
            squares += (known[i] - mean) * (known[i] - mean);
            if (i > 0) sum += (known[i] - mean) * (known[i - 1] - mean);
        }

        return squares > 0 ? Math.Clamp(sum / squares, 0, 0.99) : 0;
    }
}
