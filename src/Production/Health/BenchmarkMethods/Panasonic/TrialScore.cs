namespace Voltloop.Health.BenchmarkMethods.Panasonic;

/// <summary>Errors of one run.</summary>
/// <param name="Rmse">Root mean square, % of charge.</param>
/// <param name="Largest">Largest error, % of charge.</param>
/// <param name="Covered">Share of the samples whose 95 % interval holds the reference.</param>
/// <param name="Samples">Steps taken.</param>
internal sealed record TrialScore(double Rmse, double Largest, double Covered, int Samples)
{
    private const double Quantile95 = 1.959963984540054;

    /// <summary>Mean normalised innovation squared.</summary>
    public double Nis { get; init; } = double.NaN;

    /// <summary>Time taken, s.</summary>
    public double Seconds { get; init; }

    /// <summary>Compares an estimate with the reference from a sample on.</summary>
    public static TrialScore Of(double[] reference, double[] charge, double[] deviation, int from)
    {
        var (sum, largest, covered) = (0.0, 0.0, 0);
        for (var i = from; i < charge.Length; i++)
        {
            var error = Math.Abs(charge[i] - reference[i]);
            sum += error * error;
            largest = Math.Max(largest, error);
            covered += error <= Quantile95 * deviation[i] ? 1 : 0;
        }

        var count = Math.Max(1, charge.Length - from);
        return new TrialScore(100 * Math.Sqrt(sum / count), 100 * largest, (double)covered / count, charge.Length);
    }
}
