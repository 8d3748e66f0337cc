using System.Globalization;
using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Quality.Model;

/// <summary>What the reader of a chart should know before believing it.</summary>
internal static class ChartNotes
{
    private const int FewestForMemory = 30;
    private const double DoubtfulMemory = 0.3;

    /// <summary>The notes.</summary>
    public static IEnumerable<string> Of(ChartSettings settings, IReadOnlyList<ChartSample> samples, IReadOnlyList<(ChartPhase Phase, ChartBaseline Baseline)> phases)
    {
        var missing = samples.Count(sample => ChartKinds.Counts(settings.Kind) ? double.IsNaN(sample.Count) : sample.Known.Length < sample.Values.Count || sample.Values.Count == 0);
        if (missing > 0) yield return $"{missing} samples have missing values; they count with what they have.";
        foreach (var (phase, baseline) in phases.Where(at => at.Baseline.Samples is > 0 and < ChartEstimator.UsualSamples))
        {
            yield return $"The limits of the phase \"{phase.Reason}\" come from {baseline.Samples} samples; fewer than {ChartEstimator.UsualSamples} make more false alarms than computed.";
        }

        if (!ChartKinds.Counts(settings.Kind) && samples.Select(sample => sample.Known.Length).Where(size => size > 0).Distinct().Count() > 1) yield return "Subgroups change their size; each point has limits of its own size.";
        if (ChartKinds.Remembers(settings.Kind) && (settings.Rules & ~RunRules.Beyond) != RunRules.None) yield return "Run rules are left out: points of this chart depend on those before them.";
        if (Memory(settings, samples) is { } memory) yield return string.Create(CultureInfo.InvariantCulture, $"Neighbouring values are correlated ({memory:F2}); limits from neighbours are then too narrow. Look at the chart of residuals.");
    }

    private static double? Memory(ChartSettings settings, IReadOnlyList<ChartSample> samples)
    {
        if (ChartKinds.Counts(settings.Kind) || settings.Kind is ChartKind.Residuals or ChartKind.ShortRuns) return null;
        double[] means = [.. samples.Select(sample => sample.Mean)];
        if (means.Count(double.IsFinite) < FewestForMemory) return null;
        var memory = FirstOrder.Fit(means).Memory;
        return memory > DoubtfulMemory ? memory : null;
    }
}
