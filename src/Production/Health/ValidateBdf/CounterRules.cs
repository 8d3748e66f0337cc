using System.Globalization;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ValidateBdf;

/// <summary>
/// Identities of BDF 1.3.0 for every scope (test, cycle, step, schedule) and for charge and energy: cumulative = charging +
/// discharging, net = charging − discharging; and counters start again only where their scope does.
/// </summary>
internal static class CounterRules
{
    /// <summary>Share of the largest value by which an identity may miss: rounding of the decimals written.</summary>
    public const double Tolerance = 1e-4;

    private static readonly (string Prefix, string? Count)[] Scopes = [("", null), ("cycle_", "cycle_count"), ("step_", "step_count")];

    /// <summary>Errors for each row that breaks a rule.</summary>
    public static void Check(TableData data, FindingLog log)
    {
        foreach (var unit in new[] { "capacity_ah", "energy_wh" })
        {
            foreach (var prefix in new[] { "", "cycle_", "step_", "schedule_" })
            {
                Identity(data, log, $"{prefix}cumulative_{unit}", ($"{prefix}charging_{unit}", $"{prefix}discharging_{unit}", 1));
                Identity(data, log, $"{prefix}net_{unit}", ($"{prefix}charging_{unit}", $"{prefix}discharging_{unit}", -1));
            }

            foreach (var (prefix, count) in Scopes)
            {
                Resets(data, log, $"{prefix}charging_{unit}", count);
                Resets(data, log, $"{prefix}discharging_{unit}", count);
                Resets(data, log, $"{prefix}cumulative_{unit}", count);
            }
        }
    }

    private static void Identity(TableData data, FindingLog log, string name, (string Charging, string Discharging, int Sign) parts)
    {
        if (data.Find(name) is not { } whole || data.Find(parts.Charging) is not { } charging || data.Find(parts.Discharging) is not { } discharging)
        {
            return;
        }

        var tolerance = Tolerance * Math.Max(Largest(charging), Largest(discharging));
        for (var row = 0; row < whole.Length; row++)
        {
            var wanted = charging[row] + parts.Sign * discharging[row];
            if (Math.Abs(whole[row] - wanted) > tolerance)
            {
                log.Error(parts.Sign > 0 ? "cumulative-identity" : "net-identity",
                    Inv($"{name} is {whole[row]}, but {parts.Charging} {(parts.Sign > 0 ? '+' : '−')} {parts.Discharging} is {wanted}."), data.Lines[row]);
            }
        }
    }

    private static void Resets(TableData data, FindingLog log, string name, string? count)
    {
        if (data.Find(name) is not { } counter)
        {
            return;
        }

        var scope = count is null ? null : data.Find(count);
        for (var row = 0; row < counter.Length; row++)
        {
            var starts = row > 0 && scope is not null && !scope[row].Equals(scope[row - 1]);
            if (counter[row] < 0)
            {
                log.Error("counter-negative", Inv($"{name} is {counter[row]}."), data.Lines[row]);
            }
            else if (row > 0 && counter[row] < counter[row - 1] && !starts && (count is null || scope is not null))
            {
                log.Error("counter-reset-outside-scope", Inv($"{name} falls from {counter[row - 1]} to {counter[row]}, and {count ?? "the test"} does not start again there."), data.Lines[row]);
            }
        }
    }

    private static double Largest(double[] values) => values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
