namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>Arbin (MITS) exports: counters run over the schedule, <c>Step_Index</c> is the step of the schedule.</summary>
internal static class ArbinText
{
    /// <summary>Meaning of the columns, also of the tables in a result file.</summary>
    public static readonly IReadOnlyDictionary<string, VendorColumn> Columns = new Dictionary<string, VendorColumn>(StringComparer.Ordinal)
    {
        ["data_point"] = new("record_index", "1"),
        ["test_time"] = new("test_time", "s", FieldKind.Duration),
        ["step_time"] = new("step_time", "s", FieldKind.Duration),
        ["date_time"] = new("unix_time", null, FieldKind.Date),
        ["datetime"] = new("unix_time", null, FieldKind.Date),
        ["cycle_index"] = new("cycle_count", "1"),
        ["step_index"] = new("step_id", "1"),
        ["current"] = new("current", "A"),
        ["voltage"] = new("voltage", "V"),
        ["power"] = new("power", "W"),
        ["charge_capacity"] = new("schedule_charging_capacity", "Ah"),
        ["discharge_capacity"] = new("schedule_discharging_capacity", "Ah"),
        ["charge_energy"] = new("schedule_charging_energy", "Wh"),
        ["discharge_energy"] = new("schedule_discharging_energy", "Wh"),
        ["internal_resistance"] = new("dc_internal_resistance", "ohm"),
        ["acr"] = new("ac_internal_resistance", "ohm"),
        ["temperature"] = new("temperature_t1", "degC"),
        ["aux_temperature"] = new("temperature_t1", "degC"),
        ["aux_temperature_1"] = new("temperature_t1", "degC"),
        ["aux_temperature_2"] = new("temperature_t2", "degC"),
        ["aux_temperature_3"] = new("temperature_t3", "degC"),
    };

    /// <summary>The dialect.</summary>
    public static readonly TextDialect Dialect = new("Arbin CSV", ["data_point", "cycle_index", "step_index", "current", "voltage"], Columns);
}
