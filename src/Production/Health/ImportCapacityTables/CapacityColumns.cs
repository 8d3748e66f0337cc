using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ImportCapacityTables;

/// <summary>Column names of tables with one row per cycle.</summary>
internal static class CapacityColumns
{
    /// <summary>Names in use, as quantities, with the BDF quantity.</summary>
    public static readonly IReadOnlyDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cycle"] = "cycle_count",
        ["cycles"] = "cycle_count",
        ["cycle_number"] = "cycle_count",
        ["cycle_index"] = "cycle_count",
        ["cycle_no"] = "cycle_count",
        ["capacity"] = "cycle_discharging_capacity",
        ["discharge_capacity"] = "cycle_discharging_capacity",
        ["dischargecapacity"] = "cycle_discharging_capacity",
        ["qd"] = "cycle_discharging_capacity",
        ["q_discharge"] = "cycle_discharging_capacity",
        ["qdischarge"] = "cycle_discharging_capacity",
        ["charge_capacity"] = "cycle_charging_capacity",
        ["charge_energy"] = "cycle_charging_energy",
        ["discharge_energy"] = "cycle_discharging_energy",
        ["temperature"] = "ambient_temperature",
    };

    // In a table with one row per cycle, the plain name means the charge of that cycle.
    private const string PlainCapacity = "discharging_capacity";
    private static readonly BdfColumn CycleCapacity = BdfColumns.Find("cycle_discharging_capacity")!;

    /// <summary>True when headers are those of a table per cycle and not those of a time series.</summary>
    public static bool Match(IReadOnlyList<string> headers)
    {
        var quantities = headers.Select(header => ColumnName.Parse(header).Quantity)
            .Select(quantity => Aliases.GetValueOrDefault(quantity, quantity)).ToHashSet(StringComparer.Ordinal);
        return quantities.Contains("cycle_count")
            && (quantities.Contains(PlainCapacity) || quantities.Contains(CycleCapacity.Quantity))
            && !quantities.Contains("voltage") && !quantities.Contains("current");
    }

    /// <summary>The columns with cycle count first and the capacity under its per-cycle name; an error when one is missing.</summary>
    public static IReadOnlyList<MeasuredColumn> Arrange(IReadOnlyList<MeasuredColumn> columns, int line, FindingLog log)
    {
        var hasScoped = columns.Any(column => column.Target == CycleCapacity);
        var scoped = columns.Select(column => !hasScoped && string.Equals(column.Target.Quantity, PlainCapacity, StringComparison.Ordinal)
            ? column with { Target = CycleCapacity } : column).ToArray();
        foreach (var name in new[] { BdfColumns.CycleCount, BdfColumns.CycleDischargingCapacity })
        {
            if (!scoped.Any(column => string.Equals(column.Target.Name, name, StringComparison.Ordinal)))
            {
                log.Error("column-missing", $"The table has no column {name}.", line);
            }
        }

        return [.. scoped.OrderBy(column => string.Equals(column.Target.Name, BdfColumns.CycleCount, StringComparison.Ordinal) ? 0
            : column.Target == CycleCapacity ? 1 : 2).Select((column, place) => place == 0 ? column with { IsRequired = true } : column)];
    }
}
