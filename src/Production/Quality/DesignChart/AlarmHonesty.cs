using System.Collections.Concurrent;
using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.RunLengths;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.DesignChart;

/// <summary>Run lengths of a chart before it is switched on: points between false alarms, and until a shift is seen.</summary>
internal static class AlarmHonesty
{
    private const int MaxKnown = 4096;

    // Far enough out that values alone never signal.
    private const double NoLimit = 9;

    // A simulation takes a tenth of a second, and pages ask for the same few.
    private static readonly ConcurrentDictionary<(ChartKind Family, RunRules Rules, double Limit, double Weight, double Reference, bool Fixed, double Shift), RunLength> Known = new();

    /// <summary>Average run length.</summary>
    /// <param name="settings">Chart.</param>
    /// <param name="shift">Shift of the mean, standard deviations of a plotted sample.</param>
    public static RunLength At(ChartSettings settings, double shift)
    {
        var family = settings.Kind is ChartKind.Ewma or ChartKind.Cusum or ChartKind.MovingRange ? settings.Kind : ChartKind.Individuals;
        var rules = ChartKinds.Remembers(settings.Kind) ? settings.Rules & RunRules.Beyond : settings.Rules;
        var key = (family, rules, settings.Reach, settings.Weight, settings.Reference, settings.FixedLimits, shift);
        if (Known.TryGetValue(key, out var known)) return known;
        var found = rules == RunRules.None ? RuleLength.Of(RunRules.None, shift) : Computed(settings, rules, shift);
        if (Known.Count < MaxKnown) Known.TryAdd(key, found);
        return found;
    }

    private static RunLength Computed(ChartSettings settings, RunRules rules, double shift) => settings.Kind switch
    {
        ChartKind.Ewma => new RunLength(settings.FixedLimits ? EwmaLength.Fixed(settings.Weight, settings.Reach, shift) : EwmaLength.TimeVarying(settings.Weight, settings.Reach, shift), 0, "integral equation (Crowder 1987)"),
        ChartKind.Cusum => new RunLength(CusumLength.TwoSided(settings.Reference, settings.Reach, shift), 0, "integral equation (Page 1954)"),
        ChartKind.MovingRange => new RunLength(MovingRangeLength.Of(NoLimit, RangeConstants.D2(2) + (settings.Reach * RangeConstants.D3(2)), shift), 0, "integral equation (Crowder 1987)"),
        _ => RuleLength.Of(rules, shift, settings.Reach),
    };
}
