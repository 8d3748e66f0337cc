using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Quality.Model;

/// <summary>Says which rules each point of a phase breaks.</summary>
internal static class ChartJudge
{
    /// <summary>The points with what they break. Runs do not reach over the start of a phase.</summary>
    public static IEnumerable<ChartPoint> Judge(ChartSettings settings, IReadOnlyList<ChartPoint> points)
    {
        // What carries its past with it makes runs by itself: only the limits count there.
        var rules = ChartKinds.Remembers(settings.Kind) ? settings.Rules & RunRules.Beyond : settings.Rules;
        var watch = new RuleWatch(rules & ~RunRules.Beyond, settings.Reach);
        foreach (var point in points)
        {
            var beyond = (rules & RunRules.Beyond) != RunRules.None && IsBeyond(point) ? RunRules.Beyond : RunRules.None;
            var broken = beyond | watch.Look((point.Value - point.Center) / point.Deviation);
            yield return broken == RunRules.None ? point : point with { Broken = broken, Why = [.. RuleWords.Why(settings, point, broken)] };
        }
    }

    private static bool IsBeyond(ChartPoint point) => point.Value > point.Upper || point.Value < point.Lower || point.Second < point.Lower;
}
