namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>LAND (Landt) exports with names such as <c>TestTime/Sec</c>, mostly in workbooks; counters start again with every step.</summary>
internal static class LandText
{
    /// <summary>The dialect.</summary>
    public static readonly TextDialect Dialect = new(
        "LAND",
        ["record", "testtime", "steptime", "current", "voltage", "step_state"],
        new Dictionary<string, VendorColumn>(StringComparer.Ordinal)
        {
            ["record"] = new("record_index", "1"),
            ["testtime"] = new("test_time"),
            ["steptime"] = new("step_time"),
            ["current"] = new("current"),
            ["voltage"] = new("voltage"),
            ["capacity"] = new("step_cumulative_capacity"),
            ["energy"] = new("step_cumulative_energy"),
            ["systime"] = new("unix_time", null, FieldKind.Date),
            ["cycle_index"] = new("cycle_count", "1"),
            ["step_index"] = new("step_id", "1"),
            ["step_state"] = new(VendorColumn.Word, null, FieldKind.Word),
        });
}
