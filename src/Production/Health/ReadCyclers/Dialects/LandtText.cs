namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>Landt CSV: counters start again with every step; <c>channel_index</c> counts records.</summary>
internal static class LandtText
{
    /// <summary>The dialect.</summary>
    public static readonly TextDialect Dialect = new(
        "Landt CSV",
        ["channel_index", "date_time_iso_string", "test_time", "current", "voltage"],
        new Dictionary<string, VendorColumn>(StringComparer.Ordinal)
        {
            ["channel_index"] = new("record_index", "1"),
            ["cycle_index"] = new("cycle_count", "1"),
            ["step_index"] = new("step_id", "1"),
            ["date_time_iso_string"] = new("unix_time", null, FieldKind.Date),
            ["test_time"] = new("test_time"),
            ["step_time"] = new("step_time"),
            ["current"] = new("current"),
            ["voltage"] = new("voltage"),
            ["charge_capacity"] = new("step_charging_capacity"),
            ["discharge_capacity"] = new("step_discharging_capacity"),
            ["charge_energy"] = new("step_charging_energy"),
            ["discharge_energy"] = new("step_discharging_energy"),
            ["temperature_1"] = new("temperature_t1"),
            ["temperature_2"] = new("temperature_t2"),
            ["temperature_3"] = new("temperature_t3"),
            ["step_name"] = new(VendorColumn.Word, null, FieldKind.Word),
        });
}
