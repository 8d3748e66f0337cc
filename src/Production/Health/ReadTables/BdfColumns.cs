namespace Voltloop.Health.ReadTables;

/// <summary>Columns of the Battery Data Format 1.3.0 (BDF application ontology, https://w3id.org/battery-data-alliance).</summary>
internal static class BdfColumns
{
    /// <summary>Time since the start of the test.</summary>
    public const string TestTime = "test_time_second";

    /// <summary>Voltage of the cell.</summary>
    public const string Voltage = "voltage_volt";

    /// <summary>Current, positive while charging.</summary>
    public const string Current = "current_ampere";

    /// <summary>Number of the cycle.</summary>
    public const string CycleCount = "cycle_count";

    /// <summary>Moment of the sample, seconds since 1970 (UTC).</summary>
    public const string UnixTime = "unix_time_second";

    /// <summary>Charge taken out within the cycle.</summary>
    public const string CycleDischargingCapacity = "cycle_discharging_capacity_ah";

    /// <summary>Columns that every BDF file has.</summary>
    public static readonly IReadOnlyList<string> Required = [TestTime, Voltage, Current];

    private static readonly string[] Scopes = ["", "cycle_", "step_", "schedule_"];
    private static readonly string[] Flows = ["charging", "discharging", "net", "cumulative"];

    /// <summary>All numeric columns.</summary>
    public static readonly IReadOnlyList<BdfColumn> All = Build();

    private static readonly Dictionary<string, BdfColumn> ByQuantity = All.ToDictionary(column => column.Quantity, StringComparer.Ordinal);

    /// <summary>The column for a quantity; <c>null</c> when BDF defines none.</summary>
    public static BdfColumn? Find(string quantity) => ByQuantity.GetValueOrDefault(quantity);

    private static BdfColumn[] Build()
    {
        BdfColumn[] single =
        [
            Column("test_time", "second", "s"), Column("voltage", "volt", "V"), Column("current", "ampere", "A"),
            Column("unix_time", "second", "s"), Column("step_time", "second", "s"), Column("power", "watt", "W"),
            Count("cycle_count"), Count("step_count"), Count("record_index"), Count("step_record_index"), Count("step_id"),
            new BdfColumn("step_index", "step_index", "1", "step_record_index"),
            Temperature("ambient_temperature"), Temperature("surface_temperature"), Temperature("temperature_t1"), Temperature("temperature_t2"),
            Temperature("temperature_t3"), Temperature("temperature_t4"), Temperature("temperature_t5"),
            Column("internal_resistance", "ohm", "ohm"), Column("ac_internal_resistance", "ohm", "ohm"),
            Column("dc_internal_resistance", "ohm", "ohm"), Column("real_impedance", "ohm", "ohm"),
            Column("imaginary_impedance", "ohm", "ohm"), Column("absolute_impedance", "ohm", "ohm"),
            Column("frequency", "hertz", "Hz"), Column("phase", "degree", "deg"), Column("ambient_pressure", "pa", "Pa"),
            Column("applied_pressure", "pa", "Pa"), Column("surface_pressure", "pa", "Pa"),
            new BdfColumn("step_capacity_ah", "step_capacity", "Ah", "step_cumulative_capacity_ah"),
            new BdfColumn("step_energy_wh", "step_energy", "Wh", "step_cumulative_energy_wh"),
        ];
        var flows = from scope in Scopes from flow in Flows select scope + flow;
        return [.. single, .. flows.SelectMany(flow => new[] { Column(flow + "_capacity", "ah", "Ah"), Column(flow + "_energy", "wh", "Wh") })];
    }

    private static BdfColumn Column(string quantity, string suffix, string unit) => new($"{quantity}_{suffix}", quantity, unit);

    private static BdfColumn Count(string name) => new(name, name, "1");

    private static BdfColumn Temperature(string quantity) => Column(quantity, "celsius", "degC");
}
