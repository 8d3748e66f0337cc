using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Quality.Model;

/// <summary>Value, centre line and standard deviation of each point of a phase; limits follow from them.</summary>
internal static class ChartLimits
{
    /// <summary>Points of a phase, not yet judged.</summary>
    public static ChartPoint[] Draw(ChartSettings settings, ChartBaseline baseline, IReadOnlyList<ChartSample> samples)
    {
        var points = settings.Kind switch
        {
            ChartKind.Ewma => Ewma(settings, baseline, samples),
            ChartKind.Cusum => Cusum(settings, baseline, samples),
            ChartKind.MovingRange => MovingRange(baseline, samples),
            ChartKind.Residuals => Residuals(baseline, samples),
            _ => samples.Select(sample => Single(settings.Kind, baseline, sample)),
        };
        return [.. points.Select((point, i) => Limited(settings, point) with { Index = i, Label = samples[i].Label, At = samples[i].At })];
    }

    /// <summary>Standard deviation of a share, a number or a rate.</summary>
    public static double CountDeviation(ChartKind kind, ChartBaseline baseline, double units) => kind switch
    {
        ChartKind.P or ChartKind.LaneyP => Math.Sqrt(baseline.Center * (1 - baseline.Center) / units) * baseline.Sigma,
        ChartKind.Np => Math.Sqrt(baseline.Center * (1 - baseline.Center) * units),
        ChartKind.C => Math.Sqrt(baseline.Center),
        _ => Math.Sqrt(baseline.Center / units) * baseline.Sigma,
    };

    private static ChartPoint Single(ChartKind kind, ChartBaseline baseline, ChartSample sample)
    {
        if (ChartKinds.Counts(kind)) return Counted(kind, baseline, sample);
        var (known, sigma) = (sample.Known, baseline.Sigma);
        return kind switch
        {
            _ when known.Length == 0 || (kind is ChartKind.Range or ChartKind.Deviation && known.Length < 2) => At(double.NaN, baseline.Center, double.NaN),
            ChartKind.Range => At(Subgroup.Range(known), RangeConstants.D2(known.Length) * sigma, RangeConstants.D3(known.Length) * sigma),
            ChartKind.Deviation => At(Subgroup.Deviation(known), RangeConstants.C4(known.Length) * sigma, sigma * Math.Sqrt(1 - Math.Pow(RangeConstants.C4(known.Length), 2))),
            ChartKind.ShortRuns => baseline.Parts.TryGetValue(sample.Part ?? "", out var part) ? At((sample.Mean - part.Center) * Math.Sqrt(known.Length) / part.Sigma, 0, 1) : At(double.NaN, 0, 1),
            _ => At(Subgroup.Mean(known), baseline.Center, sigma / Math.Sqrt(known.Length)),
        };
    }

    private static ChartPoint Counted(ChartKind kind, ChartBaseline baseline, ChartSample sample)
    {
        var deviation = CountDeviation(kind, baseline, sample.Units);
        return kind switch
        {
            ChartKind.Np => At(sample.Count, baseline.Center * sample.Units, deviation),
            ChartKind.C => At(sample.Count, baseline.Center, deviation),
            _ => At(sample.Count / sample.Units, baseline.Center, deviation),
        };
    }

    private static IEnumerable<ChartPoint> MovingRange(ChartBaseline baseline, IReadOnlyList<ChartSample> samples) =>
        samples.Select((sample, i) => At(i == 0 ? double.NaN : Math.Abs(sample.Mean - samples[i - 1].Mean), RangeConstants.D2(2) * baseline.Sigma, RangeConstants.D3(2) * baseline.Sigma));

    private static IEnumerable<ChartPoint> Residuals(ChartBaseline baseline, IReadOnlyList<ChartSample> samples) =>
        new FirstOrder(baseline.Center, baseline.Memory, baseline.Sigma).Residuals([.. samples.Select(sample => sample.Mean)]).Select(residual => At(residual, 0, baseline.Sigma));

    private static IEnumerable<ChartPoint> Ewma(ChartSettings settings, ChartBaseline baseline, IReadOnlyList<ChartSample> samples)
    {
        var line = EwmaLine.Run([.. samples.Select(sample => sample.Mean)], [.. samples.Select(sample => Deviation(baseline, sample))], settings.Weight, baseline.Center);
        var settled = Math.Sqrt(settings.Weight / (2 - settings.Weight));
        return line.Select((at, i) => At(at.Average, baseline.Center, settings.FixedLimits ? Deviation(baseline, samples[i]) * settled : at.Deviation));
    }

    // In standard deviations of the points, so that subgroups may change their size.
    private static IEnumerable<ChartPoint> Cusum(ChartSettings settings, ChartBaseline baseline, IReadOnlyList<ChartSample> samples)
    {
        var (upper, lower) = (new double[samples.Count], new double[samples.Count]);
        var scores = samples.Select(sample => (sample.Mean - baseline.Center) / Deviation(baseline, sample)).ToArray();
        Kernels.ControlCharts.Cusum.Run(scores, settings.Reference, upper);
        Kernels.ControlCharts.Cusum.Run([.. scores.Select(score => -score)], settings.Reference, lower);
        return scores.Select((score, i) => At(double.IsNaN(score) ? double.NaN : upper[i], 0, 1) with { Second = double.IsNaN(score) ? double.NaN : 0 - lower[i] });
    }

    private static double Deviation(ChartBaseline baseline, ChartSample sample) => baseline.Sigma / Math.Sqrt(Math.Max(1, sample.Known.Length));

    private static ChartPoint At(double value, double center, double deviation) => new(0, "", value) { Center = center, Deviation = deviation };

    private static ChartPoint Limited(ChartSettings settings, ChartPoint point)
    {
        var (lower, upper) = (point.Center - (settings.Reach * point.Deviation), point.Center + (settings.Reach * point.Deviation));
        var bounded = ChartKinds.Counts(settings.Kind) || settings.Kind is ChartKind.Range or ChartKind.Deviation or ChartKind.MovingRange;
        return point with { Lower = bounded ? Math.Max(0, lower) : lower, Upper = settings.Kind is ChartKind.P or ChartKind.LaneyP ? Math.Min(1, upper) : upper };
    }
}
