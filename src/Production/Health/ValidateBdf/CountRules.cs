using System.Globalization;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ValidateBdf;

/// <summary>Counts are whole numbers from 0 on, and those that number the test never fall. Cycle counts are checked with time.</summary>
internal static class CountRules
{
    private static readonly string[] Whole = ["step_count", "record_index", "step_record_index", "step_index"];
    private static readonly string[] Rising = ["step_count", "record_index"];

    /// <summary>Errors for each row that breaks a rule.</summary>
    public static void Check(TableData data, FindingLog log)
    {
        foreach (var name in Whole)
        {
            if (data.Find(name) is { } count)
            {
                Check((name, count), data, log);
            }
        }

        Forward(data.Find(BdfColumns.UnixTime), data, log);
    }

    private static void Check((string Name, double[] Values) count, TableData data, FindingLog log)
    {
        for (var row = 0; row < count.Values.Length; row++)
        {
            var value = count.Values[row];
            if (value < 0 || value != Math.Floor(value))
            {
                log.Error("count-not-integer", Inv($"{count.Name} is {value}: not a whole number from 0 on."), data.Lines[row]);
            }
            else if (row > 0 && value < count.Values[row - 1] && Rising.Contains(count.Name, StringComparer.Ordinal))
            {
                log.Error("count-backwards", Inv($"{count.Name} is {value} after {count.Values[row - 1]}."), data.Lines[row]);
            }
        }
    }

    private static void Forward(double[]? unix, TableData data, FindingLog log)
    {
        for (var row = 1; unix is not null && row < unix.Length; row++)
        {
            if (unix[row] < unix[row - 1])
            {
                log.Warn("unix-time-backwards", Inv($"Unix time {unix[row]} s comes after {unix[row - 1]} s: was the clock set?"), data.Lines[row]);
            }
        }
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
