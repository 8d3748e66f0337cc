namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>
/// Maccor text, with tabs, in the dialects of its export tools (and Landt's copy of them). Current is mostly unsigned: the
/// state says the direction. Test time is a duration, seconds, or minutes without saying so.
/// </summary>
internal static class MaccorText
{
    private static readonly Dictionary<string, VendorColumn> Columns = new(StringComparer.Ordinal)
    {
        ["rec"] = new("record_index", "1"),
        ["cyc"] = new("cycle_count", "1"),
        ["cycle (c)"] = new("cycle_count", "1"),
        ["step"] = new("step_id", "1"),
        ["testtime"] = new("test_time", "s", FieldKind.Duration),
        ["test_time"] = new("test_time", "s", FieldKind.Duration),
        ["test (sec)"] = new("test_time", "s"),
        ["test (min)"] = new("test_time", "min"),
        ["test (hr)"] = new("test_time", "h"),
        ["steptime"] = new("step_time", "s", FieldKind.Duration),
        ["step_time"] = new("step_time", "s", FieldKind.Duration),
        ["step (sec)"] = new("step_time", "s"),
        ["step (min)"] = new("step_time", "min"),
        ["step (hr)"] = new("step_time", "h"),
        ["amp_hr"] = new("step_cumulative_capacity", "Ah"),
        ["watt_hr"] = new("step_cumulative_energy", "Wh"),
        ["cap"] = new("step_cumulative_capacity", "Ah"),
        ["ener"] = new("step_cumulative_energy", "Wh"),
        ["capacity"] = new("step_cumulative_capacity", "Ah"),
        ["energy"] = new("step_cumulative_energy", "Wh"),
        ["amps"] = new("current", "A"),
        ["volts"] = new("voltage", "V"),
        ["current"] = new("current", "A"),
        ["voltage"] = new("voltage", "V"),
        ["state"] = new(VendorColumn.Word, null, FieldKind.Word),
        ["md"] = new(VendorColumn.Word, null, FieldKind.Word),
        ["dpt_time"] = new("unix_time", null, FieldKind.Date),
        ["acimp"] = new("ac_internal_resistance", "ohm"),
        ["dcir"] = new("dc_internal_resistance", "ohm"),
        ["temp_1"] = new("temperature_t1", "degC"),
        ["aux_1"] = new("temperature_t1", "degC"),
        ["aux_2"] = new("temperature_t2", "degC"),
        ["aux_3"] = new("temperature_t3", "degC"),
        ["aux_4"] = new("temperature_t4", "degC"),
        ["aux_5"] = new("temperature_t5", "degC"),
    };

    /// <summary>The dialect.</summary>
    public static readonly TextDialect Dialect = new("Maccor text", ["rec", "step", "es", "dpt_time"], Columns) { OneOf = ["volts", "voltage"] };
}
