using System.Globalization;
using Voltloop.Health.ReadTables;
using Voltloop.Kernels.Robust;

namespace Voltloop.Health.ImportTimeSeries;

/// <summary>Rules of BDF 1.3.0 and of physics that a time series obeys; broken ones go to the log with their line.</summary>
internal sealed class TimeSeriesRules(TableData data, FindingLog log)
{
    /// <summary>Largest voltage of a battery, in V: above, the column is in another unit.</summary>
    public const double LargestVolt = 1500;

    /// <summary>Largest current of a battery, in A.</summary>
    public const double LargestAmpere = 100_000;

    /// <summary>Longest time between two samples over which a current is believed to have gone on, in s: 12 hours.</summary>
    public const double LongestGap = 12 * 3600;

    private const double SteadyShare = 0.001;
    private const int StuckRows = 20;
    private const double StuckSeconds = 600;

    /// <summary>Longest test believed, in s: 20 years.</summary>
    public const double LongestTest = 20 * 365.25 * 86400;

    /// <summary>True when the times can be integrated over.</summary>
    public bool HasCredibleTime { get; private set; } = true;

    /// <summary>Checks everything.</summary>
    public void Check()
    {
        if (data.Find(BdfColumns.TestTime) is null)
        {
            log.Error("column-missing", $"BDF requires the column {BdfColumns.TestTime}; the file has none, and no dates to derive it from.");
            return;
        }

        CheckTime();
        CheckCycles(data.Find(BdfColumns.CycleCount));
        CheckSize(BdfColumns.Voltage, LargestVolt, "V");
        CheckSize(BdfColumns.Current, LargestAmpere, "A");
        CheckEmptyCycles(data.Find(BdfColumns.CycleCount));
        CheckSaturation();
        if (!log.HasErrors)
        {
            new SignCheck(data).Report(log);
        }
    }

    private void CheckTime()
    {
        var time = data.Find(BdfColumns.TestTime)!;
        for (var i = 1; i < time.Length; i++)
        {
            if (time[i] < time[i - 1])
            {
                log.Error("time-backwards", Inv($"Test time {time[i]} s comes after {time[i - 1]} s."), data.Lines[i]);
            }
        }

        var duration = time.Length == 0 ? 0 : time[^1] - time[0];
        HasCredibleTime = duration <= LongestTest;
        CheckGaps(time);
        if (duration > LongestTest)
        {
            log.Warn("duration-implausible", Inv($"The test would have taken {duration / 365.25 / 86400:F0} years: test time seems to be in another unit. Kept as given; no throughput is computed."), data.Lines[^1]);
        }
    }

    private void CheckGaps(double[] time)
    {
        var current = data.Find(BdfColumns.Current)!;
        for (var i = 1; i < time.Length; i++)
        {
            if (time[i] - time[i - 1] > LongestGap && (current[i] != 0 || current[i - 1] != 0))
            {
                HasCredibleTime = false;
                log.Warn("gap-under-load", Inv($"Nothing was recorded for {(time[i] - time[i - 1]) / 3600:F1} h while current flowed before or after: no throughput is computed over it."), data.Lines[i]);
            }
        }
    }

    private void CheckCycles(double[]? cycle)
    {
        for (var i = 0; cycle is not null && i < cycle.Length; i++)
        {
            if (!double.IsNaN(cycle[i]) && (cycle[i] < 0 || cycle[i] != Math.Floor(cycle[i])))
            {
                var angle = Math.Abs(cycle[i] / Math.Tau - Math.Round(cycle[i] / Math.Tau)) < 1e-9;
                var hint = angle ? " It is a multiple of 2π: a count was converted as an angle." : "";
                log.Error("cycle-count-not-integer", Inv($"Cycle count {cycle[i]} is not a whole number from 0 on.{hint}"), data.Lines[i]);
            }
            else if (i > 0 && cycle[i] < cycle[i - 1])
            {
                log.Error("cycle-backwards", Inv($"Cycle count {cycle[i]} comes after {cycle[i - 1]}."), data.Lines[i]);
            }
        }
    }

    private void CheckEmptyCycles(double[]? cycle)
    {
        var current = data.Find(BdfColumns.Current)!;
        var (empty, flowed) = (0, false);
        for (var i = 0; cycle is not null && i < cycle.Length; i++)
        {
            flowed |= current[i] != 0;
            if (i + 1 == cycle.Length || cycle[i + 1] > cycle[i])
            {
                empty += flowed ? 0 : 1;
                flowed = false;
            }
        }

        if (empty > 0)
        {
            log.Note("cycle-empty", Inv($"{empty} cycle{(empty == 1 ? "" : "s")} moved no charge: counted and not run."));
        }
    }

    // A voltage at the very end of its range that does not move under a current that does not either: charging at constant
    // voltage would let the current fall.
    private void CheckSaturation()
    {
        var (time, volt, current) = (data.Find(BdfColumns.TestTime)!, data.Find(BdfColumns.Voltage)!, data.Find(BdfColumns.Current)!);
        var (low, high) = volt.Length == 0 ? (0, 0) : (volt.Min(), volt.Max());
        var first = 0;
        for (var i = 1; i <= volt.Length; i++)
        {
            if (i < volt.Length && volt[i].Equals(volt[first]) && current[i] != 0 && Math.Abs(current[i] - current[first]) <= SteadyShare * Math.Abs(current[first]))
            {
                continue;
            }

            var isStuck = i - first >= StuckRows && time[i - 1] - time[first] >= StuckSeconds && low < high && (volt[first] == low || volt[first] == high);
            if (isStuck)
            {
                log.Warn("voltage-saturated", Inv($"Voltage stays at {volt[first]} V, the end of its range, for {time[i - 1] - time[first]} s under a steady current: a saturated sensor? Kept as given."), data.Lines[first]);
            }

            first = i;
        }
    }

    private void CheckSize(string name, double largest, string unit)
    {
        var values = data.Find(name)!;
        if (Median.Of(Array.ConvertAll(values, Math.Abs)) > largest)
        {
            log.Error("unit-mismatch", $"Most values of {name} are above {largest} {unit}: is the column in another unit?", data.Lines[0]);
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (Math.Abs(values[i]) > largest)
            {
                log.Error("absurd-value", Inv($"{values[i]} {unit} is above {largest} {unit}."), data.Lines[i]);
            }
        }
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
