using Voltloop.Core.Problems;
using Voltloop.Kernels.Capability;
using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.RunLengths;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.AssessCapability;

/// <summary>Judges what a process makes against its limits.</summary>
internal static class CapabilityAssessment
{
    /// <summary>Fewest values.</summary>
    public const int FewestValues = 8;

    /// <summary>Values from which percentiles of their own are used where values are not normal.</summary>
    public const int FewestForPercentiles = 1000;

    private const double Alpha = 0.05;
    private const double TailBeyond3 = 0.00135;
    private const int Classes = 20;

    /// <summary>Capability of samples.</summary>
    /// <exception cref="ProblemException">The samples or limits do not allow it.</exception>
    public static CapabilityResource Of(string characteristic, IReadOnlyList<ChartSample> samples, CapabilityRequest request)
    {
        var limits = request.Checked();
        double[] values = [.. samples.SelectMany(sample => sample.Known)];
        if (values.Length < FewestValues) throw new ProblemException(QualityProblems.TooFewPoints, $"There are {values.Length} values; capability needs {FewestValues} or more, and 100 to mean much.", characteristic);
        var (mean, overall) = (Subgroup.Mean(values), Subgroup.Deviation(values));
        if (overall <= 0) throw new ProblemException(QualityProblems.ConstantData, "All values are the same: the gauge does not resolve the spread.", characteristic);
        // Ranges are used up to a size of subgroups; larger ones have standard deviations.
        var within = ChartEstimator.Within(samples.Any(sample => sample.Known.Length > RangeConstants.MaxSize) ? ChartKind.XbarS : ChartKind.XbarR, samples);
        if (!(within > 0)) throw new ProblemException(QualityProblems.ConstantData, "Neighbouring values are all the same, or none has a neighbour: there is no spread within subgroups.", characteristic);
        var (shape, ppk) = NonNormal(values, limits);
        var missing = samples.Sum(sample => sample.Values.Count) - values.Length;
        var factor = ToleranceFactor.TwoSided(values.Length, 0.99, 0.95);
        return new CapabilityResource(characteristic, values.Length, mean, within, overall)
        {
            Limits = limits, Shape = shape, Indices = [.. Normals(values.Length, (mean, within, overall), limits), .. ppk is { } index ? [index] : Array.Empty<IndexResource>()],
            ExpectedPpm = 1e6 * (Above((limits.Upper - mean) / overall) + Above((mean - limits.Lower) / overall)), Outside = values.Count(value => value < limits.Lower || value > limits.Upper),
            ToleranceFactor = factor, ToleranceInterval = [mean - (factor * overall), mean + (factor * overall)],
            WithoutGauge = request.GaugeSigma is > 0 and var gauge ? Without(gauge, mean, overall, limits) : null,
            Histogram = Counted(values), HistogramRange = [values.Min(), values.Max()], Notes = [.. Notes(values.Length, missing, within, overall)],
        };
    }

    private static IEnumerable<IndexResource> Normals(int size, (double Mean, double Within, double Overall) of, CapabilityRequest limits)
    {
        var both = double.IsFinite(limits.Upper - limits.Lower);
        foreach (var (letter, sigma) in new[] { ('C', of.Within), ('P', of.Overall) })
        {
            if (double.IsNaN(sigma) || sigma <= 0) continue;
            var nearer = Indices.Nearer(of.Mean, limits.Lower, limits.Upper, sigma);
            if (both) yield return Width($"{letter}p", Indices.Width(limits.Lower, limits.Upper, sigma), size, limits.Level);
            yield return IndexResource.Of($"{letter}pk", nearer, Indices.NearerInterval(nearer, size, limits.Level), "Bissell 1990");
            if (!both) yield return new IndexResource($"{letter}pk, exact lower bound", nearer, Indices.ExactLower(nearer, size, limits.Level), null, "one-sided, noncentral t");
        }

        if (!both) yield break;
        var target = limits.Target ?? ((limits.Lower + limits.Upper) / 2);
        var cpm = Indices.Targeted(of.Mean, (limits.Lower, limits.Upper), of.Within, target);
        yield return IndexResource.Of("Cpm", cpm, Indices.TargetedInterval(cpm, size, (of.Mean - target) / of.Within, limits.Level), "Boyles 1991");
    }

    private static IndexResource Width(string name, double value, int size, double level) => IndexResource.Of(name, value, Indices.WidthInterval(value, size - 1, level), "chi-square");

    // Values that are not normal: percentiles where there are enough of them, else a power that makes them normal.
    private static (string Shape, IndexResource? Ppk) NonNormal(double[] values, CapabilityRequest limits)
    {
        var (statistic, probability) = AndersonDarling.Test(values);
        var test = FormattableString.Invariant($"Anderson-Darling {statistic:F3}, probability {probability:G3}");
        if (probability >= Alpha) return ($"normal ({test})", null);
        if (values.Length >= FewestForPercentiles) return ($"not normal ({test}); percentiles are used", Percentiles(values, limits));
        if (values.Min() <= 0 || limits.Upper <= 0 || (double.IsFinite(limits.Lower) && limits.Lower <= 0)) return ($"not normal ({test}); values or limits at or below zero have no power that makes them normal, and {FewestForPercentiles} values are needed for percentiles: read the indices with care", null);
        var power = BoxCox.Power(values);
        var transformed = Array.ConvertAll(values, value => BoxCox.Transform(value, power));
        // A negative power still keeps the order: the transform is divided by it.
        var (lower, upper) = (double.IsFinite(limits.Lower) ? BoxCox.Transform(limits.Lower, power) : limits.Lower, double.IsFinite(limits.Upper) ? BoxCox.Transform(limits.Upper, power) : limits.Upper);
        var index = Indices.Nearer(Subgroup.Mean(transformed), lower, upper, Subgroup.Deviation(transformed));
        var after = AndersonDarling.Test(transformed).Probability;
        var words = FormattableString.Invariant($"not normal ({test}); Box-Cox with power {power:F3} is used, after it the probability is {after:G3}");
        return (words, IndexResource.Of("Ppk, Box-Cox", index, Indices.NearerInterval(index, values.Length, limits.Level), "Bissell 1990 on the transformed values"));
    }

    private static IndexResource Percentiles(double[] values, CapabilityRequest limits)
    {
        var sorted = values.Order().ToArray();
        var (low, middle, high) = (Quantile(sorted, TailBeyond3), Quantile(sorted, 0.5), Quantile(sorted, 1 - TailBeyond3));
        return new IndexResource("Ppk, percentiles", Math.Min((limits.Upper - middle) / (high - middle), (middle - limits.Lower) / (middle - low)), null, null, "ISO 22514-2, percentiles 0.135, 50 and 99.865");
    }

    // A limit that is not there is infinitely far.
    private static double Above(double z) => double.IsPositiveInfinity(z) ? 0 : Normal.Upper(z);

    private static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var left = (int)at;
        return left + 1 < sorted.Length ? sorted[left] + ((at - left) * (sorted[left + 1] - sorted[left])) : sorted[left];
    }

    private static TrueCapability Without(double gauge, double mean, double overall, CapabilityRequest limits)
    {
        var observed = Indices.Nearer(mean, limits.Lower, limits.Upper, overall);
        var rest = (overall * overall) - (gauge * gauge);
        double? process = rest > 0 ? Math.Sqrt(rest) : null;
        return new TrueCapability(
            gauge, 100 * gauge / overall, observed, process is { } sigma ? Indices.Nearer(mean, limits.Lower, limits.Upper, sigma) : null,
            process is { } own ? ShewhartLength.TwoSided(3, own / overall) : null, ShewhartLength.TwoSided(3, 1));
    }

    private static int[] Counted(double[] values)
    {
        var (low, high, counts) = (values.Min(), values.Max(), new int[Classes]);
        foreach (var value in values) counts[Math.Min(Classes - 1, (int)((value - low) / (high - low) * Classes))]++;
        return counts;
    }

    private static IEnumerable<string> Notes(int size, int missing, double within, double overall)
    {
        if (missing > 0) yield return $"{missing} values are missing and were left out.";
        if (size < 100) yield return $"{size} values make wide intervals; judge by their lower ends.";
        if (overall > 1.2 * within) yield return "All values together spread more than 1.2 times what subgroups do: the process is not in control, and Cp and Cpk tell what it could do, not what it does.";
    }
}
