namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>BioLogic EC-Lab and BT-Lab text: <c>mpt</c> with tabs, exports with semicolons; time in seconds or as dates.</summary>
internal static class BioLogicText
{
    /// <summary>Meaning of the columns, also of those in a binary file.</summary>
    public static readonly IReadOnlyDictionary<string, VendorColumn> Columns = new Dictionary<string, VendorColumn>(StringComparer.Ordinal)
    {
        ["time"] = new("test_time", "s", FieldKind.Duration),
        ["step_time"] = new("step_time", "s"),
        ["ecell"] = new("voltage", "V"),
        ["ewe"] = new("voltage", "V"),
        ["i"] = new("current", null),
        ["cycle_number"] = new("cycle_count", "1"),
        ["ns"] = new("step_id", "1"),
        ["q_charge"] = new("charging_capacity", null),
        ["q_discharge"] = new("discharging_capacity", null),
        ["energy_charge"] = new("charging_energy", null),
        ["energy_discharge"] = new("discharging_energy", null),
        ["p"] = new("power", "W"),
        ["t"] = new("temperature_t1", "degC"),
        ["temperature"] = new("temperature_t1", "degC"),
    };

    /// <summary>The dialect.</summary>
    public static readonly TextDialect Dialect = new("BioLogic text", ["time", "i"], Columns) { OneOf = ["ecell", "ewe"] };
}
