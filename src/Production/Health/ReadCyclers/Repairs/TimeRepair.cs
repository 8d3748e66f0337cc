using System.Globalization;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Repairs;

/// <summary>
/// Puts test time right where the file itself shows how: derived from dates, minutes that were not called minutes, zeros at
/// the first record of a step, and clocks that started again. Any other step back in time is refused later.
/// </summary>
internal static class TimeRepair
{
    private const double MostGlitches = 0.05;
    private const double UnitTolerance = 0.02;
    private const int FewestSteps = 5;

    /// <summary>The table with a test time that runs forward where it can be had.</summary>
    public static CyclerTable Apply(CyclerTable table)
    {
        table = FromDates(table);
        if (table.Data.Find(BdfColumns.TestTime) is not { } time)
        {
            return table;
        }

        if (table.IsTimeUnitAssumed && table.Data.Find(BdfColumns.UnixTime) is { } unix)
        {
            FixUnit(table, time, unix);
        }

        FixZeros(table, time);
        FixResets(table, time);
        return table;
    }

    private static CyclerTable FromDates(CyclerTable table)
    {
        if (table.Data.Find(BdfColumns.TestTime) is not null || table.Data.Find(BdfColumns.UnixTime) is not { Length: > 0 } unix)
        {
            return table;
        }

        table.Repairs.Convert("time-from-dates", "test_time_second", "the file has dates and no test time: seconds since its first record", table.Data.Rows);
        var column = new MeasuredColumn(-1, "test_time_second", BdfColumns.Find("test_time")!, UnitConversion.None) { IsRequired = true };
        var time = Array.ConvertAll(unix, second => Math.Round(second - unix[0], 6));
        var data = table.Data;
        return table with { Data = data with { Columns = [column, .. data.Columns], Values = [time, .. data.Values] } };
    }

    // The median over steps of at least a second compares both clocks and does not mind pauses.
    private static void FixUnit(CyclerTable table, double[] time, double[] unix)
    {
        var ratios = new List<double>();
        for (var i = 1; i < time.Length; i++)
        {
            if (time[i] > time[i - 1] && unix[i] - unix[i - 1] >= 10)
            {
                ratios.Add((unix[i] - unix[i - 1]) / (time[i] - time[i - 1]));
            }
        }

        ratios.Sort();
        var ratio = ratios.Count < FewestSteps ? 1 : ratios[ratios.Count / 2];
        foreach (var (factor, unit) in new[] { (60.0, "minutes"), (3600.0, "hours") })
        {
            if (Math.Abs(ratio / factor - 1) < UnitTolerance)
            {
                Scale(table, factor);
                table.Repairs.Mend("time-unit-from-dates", "test_time_second", $"no unit is stated and the dates show that it is {unit}: converted to s", table.Data.Rows);
            }
        }
    }

    private static void Scale(CyclerTable table, double factor)
    {
        foreach (var column in new[] { table.Data.Find(BdfColumns.TestTime), table.Data.Find("step_time_second") })
        {
            for (var i = 0; column is not null && i < column.Length; i++)
            {
                column[i] *= factor;
            }
        }
    }

    private static void FixZeros(CyclerTable table, double[] time)
    {
        var zeros = new List<int>();
        for (var i = 1; i + 1 < time.Length; i++)
        {
            if (time[i] == 0 && time[i - 1] > 0 && time[i + 1] >= time[i - 1])
            {
                zeros.Add(i);
            }
        }

        if (zeros.Count == 0 || zeros.Count > MostGlitches * time.Length)
        {
            return;
        }

        zeros.ForEach(i => time[i] = time[i - 1]);
        table.Repairs.Mend("time-zero", "test_time_second", "a single 0 s between two records that go on: the time of the record before was taken", zeros.Count);
    }

    private static void FixResets(CyclerTable table, double[] time)
    {
        if (!IsResetsOnly(time))
        {
            return;
        }

        var unix = table.Data.Find(BdfColumns.UnixTime);
        var (offset, resets) = (0.0, 0);
        for (var i = 1; i < time.Length; i++)
        {
            if (time[i] + offset < time[i - 1])
            {
                var gap = unix is not null && unix[i] >= unix[i - 1] ? unix[i] - unix[i - 1] : 0;
                offset = time[i - 1] + gap - time[i];
                resets++;
            }

            time[i] += offset;
        }

        var by = unix is null ? "without a gap, for want of dates" : "with the gap that the dates show";
        table.Repairs.Mend("time-reset", "test_time_second", string.Create(CultureInfo.InvariantCulture, $"the clock started again {resets} times: joined {by}"), table.Data.Rows);
    }

    // A clock that starts again falls to within one usual interval of zero; a record out of order does not.
    private static bool IsResetsOnly(double[] time)
    {
        var (falls, longest) = (0, 0.0);
        for (var i = 1; i < time.Length; i++)
        {
            longest = Math.Max(longest, time[i] - time[i - 1]);
            falls += time[i] < time[i - 1] ? 1 : 0;
        }

        for (var i = 1; i < time.Length; i++)
        {
            if (time[i] < time[i - 1] && (time[i] > longest || time[i] > 0.01 * time[i - 1] || (i + 1 < time.Length && time[i + 1] >= time[i - 1] && time[i - 1] > 0)))
            {
                return false;
            }
        }

        return falls > 0;
    }
}
