using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Quality.Model;

/// <summary>Rules in words, and their names.</summary>
internal static class RuleWords
{
    /// <summary>Each rule: its name over HTTP and on the command line, and what it says.</summary>
    public static readonly IReadOnlyList<(RunRules Rule, string Name, string Says)> All =
    [
        (RunRules.Beyond, "n1", "a point beyond a limit"),
        (RunRules.SameSide9, "n2", "nine in a row on one side of the centre line"),
        (RunRules.Trend6, "n3", "six in a row that rise or fall"),
        (RunRules.Alternating14, "n4", "fourteen in a row that go up and down in turn"),
        (RunRules.TwoOfThree, "n5", "two of three beyond two standard deviations on one side"),
        (RunRules.FourOfFive, "n6", "four of five beyond one standard deviation on one side"),
        (RunRules.Within15, "n7", "fifteen in a row within one standard deviation"),
        (RunRules.Outside8, "n8", "eight in a row outside one standard deviation"),
        (RunRules.SameSide8, "w4", "eight in a row on one side of the centre line (Western Electric)"),
    ];

    /// <summary>Reads names such as <c>n1,n5</c>, <c>nelson</c> or <c>western-electric</c>.</summary>
    /// <exception cref="ProblemException">There is no such rule.</exception>
    public static RunRules Parse(string? names)
    {
        var rules = RunRules.None;
        foreach (var name in (names ?? "").Split([',', ' ', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) rules |= One(name);
        return rules == RunRules.None ? RunRules.Beyond : rules;
    }

    /// <summary>Names of rules.</summary>
    public static IReadOnlyList<string> NamesOf(RunRules rules) => [.. All.Where(known => (rules & known.Rule) != RunRules.None).Select(known => known.Name)];

    /// <summary>Why a point is out, one sentence for each rule.</summary>
    public static IEnumerable<string> Why(ChartSettings settings, ChartPoint point, RunRules broken)
    {
        foreach (var (rule, name, says) in All.Where(known => (broken & known.Rule) != RunRules.None))
        {
            yield return rule == RunRules.Beyond ? Beyond(settings.Kind, point) : $"{name}: {says}.";
        }
    }

    private static string Beyond(ChartKind kind, ChartPoint point)
    {
        var below = point.Value > point.Upper ? point.Value : double.IsNaN(point.Second) ? point.Value : point.Second;
        var (what, limit) = below > point.Center ? ("above the upper limit", point.Upper) : ("below the lower limit", point.Lower);
        var far = kind == ChartKind.Cusum ? "" : string.Create(CultureInfo.InvariantCulture, $", {Math.Abs(below - point.Center) / point.Deviation:F1} standard deviations from the centre line");
        return string.Create(CultureInfo.InvariantCulture, $"n1: {below:G6} is {what} {limit:G6}{far}.");
    }

    private static RunRules One(string name)
    {
        if (name.Equals("nelson", StringComparison.OrdinalIgnoreCase)) return RunRules.Nelson;
        if (name.Equals("western-electric", StringComparison.OrdinalIgnoreCase)) return RunRules.WesternElectric;
        var found = All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found.Rule != RunRules.None ? found.Rule
            : throw new ProblemException(CommonProblems.InvalidValue, $"There is no rule \"{name}\".", "rules", $"Rules: {string.Join(", ", All.Select(known => known.Name))}; nelson for n1 to n8, western-electric for n1, n5, n6 and w4.");
    }
}
