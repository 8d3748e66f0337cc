using System.Globalization;

namespace Voltloop.Health.Model.Grading;

/// <summary>The routine checks that UL 1974 asks for before a cell is graded.</summary>
internal static class Gates
{
    private const double DaysPerYear = 365.25;

    /// <summary>All of them, in the order of the procedure.</summary>
    public static IReadOnlyList<Gate> Of(RoutineChecks checks, GradingPolicy policy, DateOnly today)
    {
        var age = (today.DayNumber - checks.Manufactured?.DayNumber) / DaysPerYear;
        return
        [
            Judge("age", age is null ? null : age <= policy.MostYears, Inv($"{age:0.0} years, at most {policy.MostYears}")),
            Judge("visual", checks.VisuallySound, "looked at for dents, leaks, swelling and corrosion"),
            Judge("insulation", checks.Insulation is null ? null : checks.Insulation >= policy.LeastInsulation, Inv($"{checks.Insulation:0} Ohm/V, at least {policy.LeastInsulation}")),
            Judge("self-discharge", checks.SelfDischarge is null ? null : checks.SelfDischarge <= policy.MostSelfDischarge, Inv($"{checks.SelfDischarge:0.0} % a month, at most {policy.MostSelfDischarge}")),
            Judge("history", checks.HistoryClean, "records of use without abuse"),
        ];
    }

    private static Gate Judge(string name, bool? kept, string detail) => kept switch
    {
        true => new Gate(name, Gate.Passed, detail),
        false => new Gate(name, Gate.Failed, detail),
        null => new Gate(name, Gate.Unknown, "no evidence given"),
    };

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
