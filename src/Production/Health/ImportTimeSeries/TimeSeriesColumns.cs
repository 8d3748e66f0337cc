using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ImportTimeSeries;

/// <summary>Column names of BDF time series and their near misses.</summary>
internal static class TimeSeriesColumns
{
    /// <summary>Header of the column that names the kind of step in words.</summary>
    public const string StepType = "step_type";

    /// <summary>Names in use, as quantities, with the BDF quantity.</summary>
    public static readonly IReadOnlyDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["time"] = "test_time",
        ["cell_voltage"] = "voltage",
        ["charge_capacity"] = "charging_capacity",
        ["discharge_capacity"] = "discharging_capacity",
        ["charge_energy"] = "charging_energy",
        ["discharge_energy"] = "discharging_energy",
        ["cycle_index"] = "cycle_count",
        ["cycle_number"] = "cycle_count",
        ["environment_temperature"] = "ambient_temperature",
    };

    /// <summary>True when headers are those of a time series.</summary>
    public static bool Match(IReadOnlyList<string> headers)
    {
        var quantities = headers.Select(Quantity).ToHashSet(StringComparer.Ordinal);
        var found = new[] { "test_time", "voltage", "current" }.Count(quantities.Contains);
        return found >= 2;
    }

    /// <summary>The BDF quantity behind a header, or the header's own.</summary>
    public static string Quantity(string header)
    {
        var quantity = ColumnName.Parse(header).Quantity;
        return Aliases.GetValueOrDefault(quantity, quantity);
    }

    /// <summary>The columns with test time first; an error for each required one that is missing.</summary>
    public static IReadOnlyList<MeasuredColumn> Arrange(IReadOnlyList<MeasuredColumn> columns, int line, FindingLog log)
    {
        foreach (var name in BdfColumns.Required.Except(columns.Select(column => column.Target.Name), StringComparer.Ordinal))
        {
            log.Error("column-missing", $"BDF requires the column {name}; the file has none.", line);
        }

        return [.. columns.Select(column => column with { IsRequired = BdfColumns.Required.Contains(column.Target.Name, StringComparer.Ordinal) })
            .OrderBy(column => string.Equals(column.Target.Name, BdfColumns.TestTime, StringComparison.Ordinal) ? 0 : 1)];
    }

    /// <summary>The table with test time as its first column; unchanged when it has none.</summary>
    public static TableData TimeFirst(TableData data)
    {
        var order = Enumerable.Range(0, data.Columns.Count)
            .OrderBy(i => string.Equals(data.Columns[i].Target.Name, BdfColumns.TestTime, StringComparison.Ordinal) ? 0 : 1).ToArray();
        return data with { Columns = [.. order.Select(i => data.Columns[i])], Values = [.. order.Select(i => data.Values[i])] };
    }
}
