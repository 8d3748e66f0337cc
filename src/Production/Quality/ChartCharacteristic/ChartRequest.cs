using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.ChartCharacteristic;

/// <summary>How to draw and judge a characteristic.</summary>
/// <param name="Chart">Name of the chart; single values, or means where there are subgroups, when empty.</param>
/// <param name="Rules">Rules, such as <c>n1,n5</c>; the first when empty.</param>
/// <param name="Limit">Limits in standard deviations; L of an EWMA, h of a CUSUM.</param>
/// <param name="Lambda">Weight of an EWMA.</param>
/// <param name="K">Reference value of a CUSUM.</param>
/// <param name="FixedLimits">Whether limits of an EWMA stand from the start.</param>
/// <param name="Baseline">Samples of the first phase that limits come from; all when empty.</param>
/// <param name="Phases">Further phases: number of the first sample, or its time, then the reason; separated by semicolons.</param>
/// <param name="Columns">Which column stands for which name, as <c>value=Dicke, sample=Los</c>.</param>
internal sealed record ChartRequest(
    string? Chart = null, string? Rules = null, double? Limit = null, double? Lambda = null, double? K = null, bool FixedLimits = false, int? Baseline = null, string? Phases = null, string? Columns = null)
{
    /// <summary>The settings for certain samples.</summary>
    /// <exception cref="ProblemException">A value breaks its bounds.</exception>
    public ChartSettings Settings(IReadOnlyList<ChartSample> samples) => new(string.IsNullOrWhiteSpace(Chart) ? Usual(samples) : ChartKinds.Parse(Chart))
    {
        Rules = RuleWords.Parse(Rules), Limit = Limit, Weight = Lambda ?? 0.2, Reference = K ?? 0.5, FixedLimits = FixedLimits, Phases = [.. ReadPhases(samples)],
    };

    private static ChartKind Usual(IReadOnlyList<ChartSample> samples)
    {
        if (samples.Any(sample => double.IsFinite(sample.Count))) return samples.All(sample => sample.Count <= sample.Units) && samples.Any(sample => sample.Units > 1) ? ChartKind.P : ChartKind.U;
        return samples.Any(sample => sample.Values.Count > 1) ? ChartKind.XbarS : ChartKind.Individuals;
    }

    private IEnumerable<ChartPhase> ReadPhases(IReadOnlyList<ChartSample> samples)
    {
        if (Baseline is < ChartEstimator.FewestSamples) throw new ProblemException(QualityProblems.TooFewPoints, $"A baseline needs {ChartEstimator.FewestSamples} samples or more.", "baseline");
        yield return new ChartPhase(0, "start of the data") { Baseline = Baseline };
        foreach (var text in (Phases ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (start, reason) = text.Split(' ', 2) is [var first, var rest] ? (first, rest) : (text, "no reason given");
            yield return new ChartPhase(IndexOf(start, samples), reason);
        }
    }

    private static int IndexOf(string start, IReadOnlyList<ChartSample> samples)
    {
        if (int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 && number <= samples.Count) return number - 1;
        var timed = DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? samples.TakeWhile(sample => sample.At is { } when && when < at).Count() : 0;
        return timed > 0 && timed < samples.Count ? timed : throw new ProblemException(CommonProblems.InvalidValue, $"No phase can begin at \"{start}\".", "phases", "Write the number of its first sample (from 2) or its time, then the reason: 26 slot die changed; 60 new foil");
    }
}
