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

    /// <summary>Longest test believed, in s: 20 years.</summary>
    public const double LongestTest = 20 * 365.25 * 86400;

    private static readonly (double Low, double High) Celsius = (-100, 300);

    /// <summary>True when the times can be integrated over.</summary>
    public bool HasCredibleTime { get; private set; } = true;

    /// <summary>Checks everything.</summary>
    public void Check()
    {
        CheckTime();
        CheckCycles(data.Find(BdfColumns.CycleCount));
        CheckSize(BdfColumns.Voltage, LargestVolt, "V");
        CheckSize(BdfColumns.Current, LargestAmpere, "A");
        foreach (var column in data.Columns.Where(column => string.Equals(column.Target.Unit, "degC", StringComparison.Ordinal)))
        {
            CheckTemperature(column.Header, data.Find(column.Target.Name)!);
        }

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
        if (!HasCredibleTime)
        {
            log.Warn("duration-implausible", Inv($"The test would have taken {duration / 365.25 / 86400:F0} years: test time seems to be in another unit. Kept as given; no throughput is computed."), data.Lines[^1]);
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

    private void CheckTemperature(string header, double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] < Celsius.Low || values[i] > Celsius.High)
            {
                log.Warn("temperature-implausible", Inv($"\"{header}\" is {values[i]} degC: an open sensor? Kept as given."), data.Lines[i]);
            }
        }
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
