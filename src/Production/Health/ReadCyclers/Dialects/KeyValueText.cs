namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>Tables of home-made instruments without units in their header: A, V, s and Ah are assumed, and said so.</summary>
internal static class KeyValueText
{
    /// <summary>The dialect.</summary>
    public static readonly TextDialect Dialect = new(
        "Table without units",
        ["index", "test_time", "date_stamp", "current", "voltage"],
        new Dictionary<string, VendorColumn>(StringComparer.Ordinal)
        {
            ["index"] = new("record_index", "1"),
            ["test_time"] = new("test_time", "s", FieldKind.Duration),
            ["step_time"] = new("step_time", "s", FieldKind.Duration),
            ["date_stamp"] = new("unix_time", null, FieldKind.Date),
            ["step"] = new("step_id", "1"),
            ["cycle"] = new("cycle_count", "1"),
            ["current"] = new("current", "A"),
            ["voltage"] = new("voltage", "V"),
            ["charge_capacity"] = new("schedule_charging_capacity", "Ah"),
            ["discharge_capacity"] = new("schedule_discharging_capacity", "Ah"),
        })
    {
        Finish = table =>
        {
            table.Repairs.Mend("unit-assumed", "file", "no header names a unit: s, A, V and Ah were assumed", 0);
            return table;
        },
    };
}
