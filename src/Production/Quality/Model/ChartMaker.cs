using Voltloop.Core.Problems;

namespace Voltloop.Quality.Model;

/// <summary>Draws a chart and judges it: phase by phase, each with limits that were estimated in it once.</summary>
internal static class ChartMaker
{
    /// <summary>Most samples of a chart.</summary>
    public const int MaxSamples = 20_000;

    /// <summary>Most phases of a chart.</summary>
    public const int MaxPhases = 100;

    /// <summary>Makes a chart.</summary>
    /// <exception cref="ProblemException">The samples do not allow it.</exception>
    public static ControlChart Make(ChartSettings settings, IReadOnlyList<ChartSample> samples)
    {
        Check(settings.Checked(), samples);
        var phases = Phases(settings, samples.Count);
        var (points, drawn) = (new List<ChartPoint>(samples.Count), new List<(ChartPhase, ChartBaseline)>());
        for (var i = 0; i < phases.Count; i++)
        {
            var end = i + 1 < phases.Count ? phases[i + 1].Start : samples.Count;
            ChartSample[] part = [.. samples.Skip(phases[i].Start).Take(end - phases[i].Start)];
            var baseline = Baseline(settings.Kind, phases[i], part);
            drawn.Add((phases[i], baseline));
            points.AddRange(Phase(settings, baseline, part).Select(point => point with { Index = points.Count, Phase = i }));
        }

        return new ControlChart(settings, Renumbered(points)) { Phases = drawn, Notes = [.. ChartNotes.Of(settings, samples, drawn)] };
    }

    private static IEnumerable<ChartPoint> Phase(ChartSettings settings, ChartBaseline baseline, ChartSample[] part) =>
        ChartJudge.Judge(settings, ChartLimits.Draw(settings, baseline, part));

    private static List<ChartPoint> Renumbered(List<ChartPoint> points) => [.. points.Select((point, i) => point with { Index = i })];

    private static List<ChartPhase> Phases(ChartSettings settings, int samples)
    {
        var given = settings.Phases.OrderBy(phase => phase.Start).ToList();
        if (given.Count == 0 || given[0].Start > 0) given.Insert(0, new ChartPhase(0, "start of the data"));
        if (given.Count > MaxPhases) throw new ProblemException(CommonProblems.LimitExceeded, $"{given.Count} phases; the limit ChartMaker.MaxPhases is {MaxPhases}.", "phases");
        if (given[^1].Start >= samples || given.DistinctBy(phase => phase.Start).Count() < given.Count) throw new ProblemException(CommonProblems.InvalidValue, "A phase begins after the last sample, or where another one begins.", "phases");
        return given;
    }

    private static ChartBaseline Baseline(ChartKind kind, ChartPhase phase, ChartSample[] part)
    {
        if (phase is { Center: { } center, Sigma: { } sigma }) return new ChartBaseline(center, sigma, 0);
        var estimated = ChartEstimator.Estimate(kind, phase.Baseline is { } first ? [.. part.Take(first)] : part);
        return estimated with { Center = phase.Center ?? estimated.Center, Sigma = phase.Sigma ?? estimated.Sigma };
    }

    private static void Check(ChartSettings settings, IReadOnlyList<ChartSample> samples)
    {
        if (samples.Count > MaxSamples) throw new ProblemException(CommonProblems.LimitExceeded, $"{samples.Count} samples; the limit ChartMaker.MaxSamples is {MaxSamples}.");
        if (samples.Count < ChartEstimator.FewestSamples) throw new ProblemException(QualityProblems.TooFewPoints, $"A chart needs {ChartEstimator.FewestSamples} samples or more, and {ChartEstimator.UsualSamples} to trust its limits; there is {samples.Count}.");
        if (ChartKinds.NeedsSubgroups(settings.Kind) && samples.Any(sample => sample.Known.Length == 1) && samples.All(sample => sample.Known.Length < 2)) throw new ProblemException(QualityProblems.TooFewPoints, "Every subgroup has one value.", null, "Use the chart of single values.");
        if (settings.Kind is ChartKind.XbarR or ChartKind.Range && samples.Any(sample => sample.Known.Length > Kernels.ControlCharts.RangeConstants.MaxSize)) throw new ProblemException(CommonProblems.LimitExceeded, $"A subgroup has more than {Kernels.ControlCharts.RangeConstants.MaxSize} values.", null, "Use the chart with standard deviations.");
        foreach (var sample in samples.Where(sample => ChartKinds.Counts(settings.Kind) && (sample.Count < 0 || sample.Units <= 0 || (settings.Kind is ChartKind.P or ChartKind.Np or ChartKind.LaneyP && sample.Count > sample.Units))))
        {
            throw new ProblemException(CommonProblems.InvalidValue, $"Sample {sample.Label} counts {sample.Count} of {sample.Units}.", sample.Label);
        }
    }
}
