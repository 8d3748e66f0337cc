using Voltloop.Core.Problems;
using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Quality.Model;

/// <summary>Estimates centre and spread of a phase.</summary>
internal static class ChartEstimator
{
    /// <summary>Fewest samples of a phase.</summary>
    public const int FewestSamples = 2;

    /// <summary>Fewer samples than this make doubtful limits.</summary>
    public const int UsualSamples = 20;

    /// <summary>What a phase shows in its baseline.</summary>
    /// <exception cref="ProblemException">Too few values, or all the same.</exception>
    public static ChartBaseline Estimate(ChartKind kind, IReadOnlyList<ChartSample> samples)
    {
        if (ChartKinds.Counts(kind)) return Counted(kind, [.. samples.Where(sample => double.IsFinite(sample.Count))]);
        if (kind == ChartKind.ShortRuns) return Parts(samples);
        Enough(samples.Count(sample => sample.Known.Length > 0));
        return kind == ChartKind.Residuals ? Autocorrelated(samples) : Measured(kind, samples);
    }

    /// <summary>Standard deviation of single values within the subgroups, or by the moving range where there is one value each.</summary>
    public static double Within(ChartKind kind, IReadOnlyList<ChartSample> samples)
    {
        var groups = samples.Select(sample => sample.Known).Where(values => values.Length > 1).ToArray();
        if (groups.Length == 0) return Subgroup.MeanMovingRange([.. samples.Select(sample => sample.Mean)]) / RangeConstants.D2(2);
        return kind is ChartKind.XbarS or ChartKind.Deviation
            ? groups.Average(values => Subgroup.Deviation(values) / RangeConstants.C4(values.Length))
            : groups.Average(values => Subgroup.Range(values) / MeanRange(values.Length));
    }

    // Charts with memory estimate by ranges too, and only those of ranges themselves look at the size before.
    private static double MeanRange(int size) => size <= RangeConstants.MaxSize ? RangeConstants.D2(size)
        : throw new ProblemException(CommonProblems.LimitExceeded, $"A subgroup has {size} values; ranges are known of at most {RangeConstants.MaxSize} (RangeConstants.MaxSize).", null, "Number the samples in smaller groups, in the order in which they were made.");

    private static ChartBaseline Measured(ChartKind kind, IReadOnlyList<ChartSample> samples)
    {
        var known = samples.SelectMany(sample => sample.Known).ToArray();
        return new ChartBaseline(Subgroup.Mean(known), Spread(Within(kind, samples)), samples.Count);
    }

    private static ChartBaseline Autocorrelated(IReadOnlyList<ChartSample> samples)
    {
        var values = samples.Select(sample => sample.Mean).ToArray();
        if (values.Count(double.IsFinite) < FirstOrder.FewestValues) throw Few(values.Count(double.IsFinite), FirstOrder.FewestValues);
        var fit = FirstOrder.Fit(values);
        return new ChartBaseline(fit.Mean, Spread(fit.Noise), samples.Count) { Memory = fit.Memory };
    }

    private static ChartBaseline Parts(IReadOnlyList<ChartSample> samples)
    {
        Enough(samples.Count);
        var parts = samples.GroupBy(sample => sample.Part ?? "", StringComparer.Ordinal).ToDictionary(part => part.Key, part => Part(part.Key, [.. part]), StringComparer.Ordinal);
        return new ChartBaseline(0, 1, samples.Count) { Parts = parts };
    }

    private static (double Center, double Sigma) Part(string name, IReadOnlyList<ChartSample> samples)
    {
        if (samples.Count < FewestSamples) throw new ProblemException(QualityProblems.TooFewPoints, $"Product \"{name}\" was made {samples.Count} times in the baseline; its centre and spread need {FewestSamples} or more.", name);
        return (Subgroup.Mean(samples.SelectMany(sample => sample.Known).ToArray()), Spread(Within(ChartKind.ShortRuns, samples)));
    }

    private static ChartBaseline Counted(ChartKind kind, IReadOnlyList<ChartSample> samples)
    {
        Enough(samples.Count);
        var center = samples.Sum(sample => sample.Count) / samples.Sum(sample => kind == ChartKind.C ? 1 : sample.Units);
        if (center <= 0 || (kind is ChartKind.P or ChartKind.Np or ChartKind.LaneyP && center >= 1)) throw new ProblemException(QualityProblems.ConstantData, "Every sample counts none, or all: there is no spread to make limits from.", null, "Take larger samples, or chart the time between events.");
        var plain = new ChartBaseline(center, 1, samples.Count);
        if (kind is not (ChartKind.LaneyP or ChartKind.LaneyU)) return plain;
        var scores = samples.Select(sample => ((sample.Count / sample.Units) - center) / ChartLimits.CountDeviation(kind, plain, sample.Units)).ToArray();
        return plain with { Sigma = Spread(Subgroup.MeanMovingRange(scores) / RangeConstants.D2(2)) };
    }

    private static double Spread(double sigma) => double.IsFinite(sigma) && sigma > 0 ? sigma
        : throw new ProblemException(QualityProblems.ConstantData, "All values of the baseline are the same, so there is no spread to make limits from.", null, "Look at the resolution of the gauge, or give a standard deviation.");

    private static void Enough(int count)
    {
        if (count < FewestSamples) throw Few(count, FewestSamples);
    }

    private static ProblemException Few(int count, int fewest) => new(QualityProblems.TooFewPoints, $"The baseline has {count} samples with a value; limits need {fewest} or more, and {UsualSamples} to be trusted.");
}
