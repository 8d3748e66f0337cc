namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>Time series as Battery Archive hands them out; its tables per cycle are capacity tables.</summary>
internal static class BatteryArchiveText
{
    /// <summary>The dialect.</summary>
    public static readonly TextDialect Dialect = new(
        "Battery Archive CSV",
        ["test_time", "cycle_index", "current", "voltage"],
        new Dictionary<string, VendorColumn>(StringComparer.Ordinal)
        {
            ["date_time"] = new("unix_time", null, FieldKind.Date),
            ["test_time"] = new("test_time", "s"),
            ["cycle_index"] = new("cycle_count", "1"),
            ["current"] = new("current", "A"),
            ["voltage"] = new("voltage", "V"),
            ["charge_capacity"] = new("cycle_charging_capacity", "Ah"),
            ["discharge_capacity"] = new("cycle_discharging_capacity", "Ah"),
            ["charge_energy"] = new("cycle_charging_energy", "Wh"),
            ["discharge_energy"] = new("cycle_discharging_energy", "Wh"),
            ["environment_temperature"] = new("ambient_temperature", "degC"),
            ["cell_temperature"] = new("surface_temperature", "degC"),
        })
    {
        OneOf = ["environment_temperature", "cell_temperature"],
    };
}
