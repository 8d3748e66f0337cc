namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>Novonix UHPC: the protocol stands in front, every row is quoted as a whole, time in hours.</summary>
internal static class NovonixText
{
    /// <summary>The dialect.</summary>
    public static readonly TextDialect Dialect = new(
        "Novonix CSV",
        ["date_and_time", "run_time", "potential", "current"],
        new Dictionary<string, VendorColumn>(StringComparer.Ordinal)
        {
            ["date_and_time"] = new("unix_time", null, FieldKind.Date),
            ["cycle_number"] = new("cycle_count", "1"),
            ["step_number"] = new("step_count", "1"),
            ["step_position"] = new("step_id", "1"),
            ["run_time"] = new("test_time"),
            ["step_time"] = new("step_time"),
            ["current"] = new("current"),
            ["potential"] = new("voltage"),
            ["capacity"] = new("net_capacity"),
            ["energy"] = new("net_energy"),
            ["temperature"] = new("temperature_t1", "degC"),
            ["circuit_temperature"] = new("temperature_t2", "degC"),
        });
}
