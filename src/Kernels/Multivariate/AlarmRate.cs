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
    /// <summary>The share; NaN without rows.</summary>
    public double Share => Rows > 0 ? (double)Alarms / Rows : double.NaN;

    /// <summary>
    /// The share with its binomial interval (Clopper and Pearson, Biometrika 26, 1934). The number of rows is divided by (1+r)/(1-r), with r the
    /// correlation of an alarm with the next row's, since alarms of averages come in runs.
    /// </summary>
    /// <param name="alarms">Whether each row has an alarm, in the order of time.</param>
    /// <param name="confidence">Confidence of the interval, two-sided.</param>
    public static AlarmRate Of(IReadOnlyList<bool> alarms, double confidence = 0.95)
    {
        var (hits, rows, tail) = (alarms.Count(alarm => alarm), alarms.Count, (1 - confidence) / 2);
        if (rows == 0) return new AlarmRate(0, 0, 0, 0, 1);
        var memory = Memory(alarms, (double)hits / rows);
        var effective = Math.Max(1, rows * (1 - memory) / (1 + memory));
        var (seen, unseen) = ((double)hits / rows * effective, (1 - ((double)hits / rows)) * effective);
        var lower = hits == 0 ? 0 : Beta.Quantile(tail, seen, unseen + 1);
        var upper = hits == rows ? 1 : Beta.UpperQuantile(tail, seen + 1, unseen);
        return new AlarmRate(hits, rows, effective, lower, upper);
    }

    private static double Memory(IReadOnlyList<bool> alarms, double share)
    {
        if (share is <= 0 or >= 1) return 0;
        var sum = 0.0;
        for (var i = 1; i < alarms.Count; i++) sum += ((alarms[i] ? 1 : 0) - share) * ((alarms[i - 1] ? 1 : 0) - share);
        return Math.Clamp(sum / (alarms.Count * share * (1 - share)), 0, 0.99);
    }
}
