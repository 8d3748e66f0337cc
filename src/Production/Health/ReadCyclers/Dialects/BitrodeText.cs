namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>Bitrode (VisuaLCN) CSV with its header.</summary>
internal static class BitrodeText
{
    /// <summary>The dialect.</summary>
    public static readonly TextDialect Dialect = new(
        "Bitrode CSV",
        ["exclude", "time", "steptime", "current", "voltage"],
        new Dictionary<string, VendorColumn>(StringComparer.Ordinal)
        {
            ["time"] = new("test_time"),
            ["cycle"] = new("cycle_count", "1"),
            ["step"] = new("step_id", "1"),
            ["steptime"] = new("step_time"),
            ["current"] = new("current"),
            ["voltage"] = new("voltage"),
            ["power"] = new("power"),
            ["capacity"] = new("step_net_capacity"),
            ["energy"] = new("step_net_energy"),
            ["mode"] = new(VendorColumn.Word, null, FieldKind.Word),
        });
}
