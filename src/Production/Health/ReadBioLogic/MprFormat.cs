using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadBioLogic;

/// <summary>Binary files of BioLogic (EC-Lab, BT-Lab).</summary>
internal sealed class MprFormat : ICyclerFormat
{
    private const double SecondsPerHour = 3600;

    // Names as exported, with the BDF quantity and what their unit is divided by.
    private static readonly (string Name, string Quantity, double Divisor)[] Meanings =
    [
        ("time/s", "test_time", 1), ("Ewe/V", "voltage", 1), ("I/mA", "current", 1000), ("cycle number", "cycle_count", 1), ("Ns", "step_id", 1),
        ("(Q-Qo)/mA.h", "net_capacity", 1000), ("P/W", "power", 1), ("Energy charge/W.h", "charging_energy", 1), ("Energy discharge/W.h", "discharging_energy", 1),
    ];

    /// <inheritdoc/>
    public string Name => "BioLogic mpr";

    /// <inheritdoc/>
    public bool Recognises(CyclerGlance glance) => MprModule.Recognises(glance.Bytes.Span);

    /// <inheritdoc/>
    public CyclerTable? Read(ReadOnlyMemory<byte> content, FindingLog log)
    {
        try
        {
            var module = MprModule.Read(content).FirstOrDefault(one => string.Equals(one.Name, "VMP data", StringComparison.Ordinal))
                ?? throw new InvalidDataException("The file has settings and no data module: nothing was recorded.");
            return Table(MprData.Read(module), log);
        }
        catch (InvalidDataException unreadable)
        {
            log.Error("mpr-unreadable", unreadable.Message);
            return null;
        }
    }

    private CyclerTable? Table(MprData data, FindingLog log)
    {
        var repairs = new RepairReport();
        var columns = new List<MeasuredColumn>();
        var values = new List<double[]>();
        foreach (var (name, quantity, divisor) in Meanings)
        {
            if (data.Find(name) is { } column)
            {
                columns.Add(new MeasuredColumn(columns.Count, name, BdfColumns.Find(quantity)!, UnitConversion.None));
                values.Add(Divided(column, divisor));
            }
        }

        AddCurrent(data, (columns, values), repairs);
        Tell(data, columns, (repairs, log));
        return log.HasErrors ? null : new CyclerTable(Name, new TableData(columns, values, [], [.. Enumerable.Range(1, data.Rows)]), repairs);
    }

    private static double[] Divided(double[] values, double divisor) => divisor.Equals(1.0) ? values : Array.ConvertAll(values, value => value / divisor);

    // Some techniques record charge and no current: the mean current since the record before is their quotient.
    private static void AddCurrent(MprData data, (List<MeasuredColumn> Columns, List<double[]> Values) table, RepairReport repairs)
    {
        if (data.Find("I/mA") is not null || data.Find("dQ/mA.h") is not { } charge || data.Find("time/s") is not { } time)
        {
            return;
        }

        var current = new double[charge.Length];
        for (var i = 1; i < current.Length; i++)
        {
            current[i] = time[i] > time[i - 1] ? charge[i] / 1000 * SecondsPerHour / (time[i] - time[i - 1]) : 0;
        }

        table.Columns.Add(new MeasuredColumn(table.Columns.Count, "dQ/mA.h", BdfColumns.Find("current")!, UnitConversion.None));
        table.Values.Add(current);
        repairs.Mend("current-from-charge", "current_ampere", "the file records charge and no current: mean current since the record before", current.Length);
    }

    private static void Tell(MprData data, List<MeasuredColumn> columns, (RepairReport Repairs, FindingLog Log) to)
    {
        to.Repairs.Convert("unit-converted", "I/mA, (Q-Qo)/mA.h", "converted to A and Ah", 0);
        var left = data.Names.Except(columns.Select(column => column.Header), StringComparer.Ordinal);
        to.Log.Note("columns-left-out", $"{left.Count()} columns were left out: {string.Join(", ", left)}.");
        foreach (var name in BdfColumns.Required.Except(columns.Select(column => column.Target.Name), StringComparer.Ordinal))
        {
            to.Log.Error("column-missing", $"BDF requires the column {name}; the file has none.");
        }

        if (data.Rows == 0)
        {
            to.Log.Error("no-rows", "The file has no records.");
        }
    }
}
