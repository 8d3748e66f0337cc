using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.RunLengths;
using Voltloop.Quality.DesignChart;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.Web;

/// <summary>What a rule costs on top of those that are on: said before it is switched on.</summary>
/// <param name="Name">Name of the rule.</param>
/// <param name="Says">What it says.</param>
/// <param name="IsOn">Whether it is on.</param>
/// <param name="With">Points between false alarms with it.</param>
/// <param name="ShiftWith">Points until a shift of one standard deviation is seen with it.</param>
internal sealed record RuleCost(string Name, string Says, bool IsOn, RunLength With, RunLength ShiftWith)
{
    /// <summary>All rules.</summary>
    public static IReadOnlyList<RuleCost> Of(RunRules on) => [.. RuleWords.All.Select(known =>
    {
        var settings = new ChartSettings(ChartKind.Individuals) { Rules = on | known.Rule };
        return new RuleCost(known.Name, known.Says, (on & known.Rule) != RunRules.None, AlarmHonesty.At(settings, 0), AlarmHonesty.At(settings, 1));
    })];
}
