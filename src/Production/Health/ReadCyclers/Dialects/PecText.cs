namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>PEC (LifeTest) CSV: about forty lines in front, mV, mA and mAh, counters per cycle.</summary>
internal static class PecText
{
    /// <summary>The dialect.</summary>
    public static readonly TextDialect Dialect = new(
        "PEC CSV",
        ["total_time", "load_on_time", "real_time", "voltage", "current"],
        new Dictionary<string, VendorColumn>(StringComparer.Ordinal)
        {
            ["step"] = new("step_id", "1"),
            ["cycle"] = new("cycle_count", "1"),
            ["total_time"] = new("test_time"),
            ["step_time"] = new("step_time"),
            ["real_time"] = new("unix_time", null, FieldKind.Date),
            ["voltage"] = new("voltage"),
            ["current"] = new("current"),
            ["charge_capacity (mah)"] = new("cycle_charging_capacity"),
            ["charge_capacity (ah)"] = new("cycle_charging_capacity"),
            ["discharge_capacity (mah)"] = new("cycle_discharging_capacity"),
            ["discharge_capacity (ah)"] = new("cycle_discharging_capacity"),
            ["charge_capacity (mwh)"] = new("cycle_charging_energy"),
            ["charge_capacity (wh)"] = new("cycle_charging_energy"),
            ["discharge_capacity (mwh)"] = new("cycle_discharging_energy"),
            ["discharge_capacity (wh)"] = new("cycle_discharging_energy"),
            ["internal_resistance_1"] = new("internal_resistance", "mohm"),
            ["dc_internal_resistance"] = new("dc_internal_resistance", "mohm"),
            ["ac_internal_resistance"] = new("ac_internal_resistance", "mohm"),
            ["ambient_temperature"] = new("ambient_temperature", "degC"),
            ["cell_surface_temperature"] = new("surface_temperature", "degC"),
        });
}
