namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>Neware (BTSDA) CSV: one flat table, or cycles, steps and records in three levels; English or Chinese headers.</summary>
internal static class NewareText
{
    private static readonly Dictionary<string, VendorColumn> Columns = new(StringComparer.Ordinal)
    {
        ["datapoint"] = new("record_index", "1"),
        ["数据序号"] = new("record_index", "1"),
        ["cycle_index"] = new("cycle_count", "1"),
        ["循环号"] = new("cycle_count", "1"),
        ["step_index"] = new("step_id", "1"),
        ["工步号"] = new("step_id", "1"),
        ["step_number"] = new("step_count", "1"),
        ["step_type"] = new(VendorColumn.Word, null, FieldKind.Word),
        ["工步类型"] = new(VendorColumn.Word, null, FieldKind.Word),
        ["time"] = new("step_time", "s", FieldKind.Duration),
        ["时间"] = new("step_time", "s", FieldKind.Duration),
        ["total_time"] = new("test_time", "s", FieldKind.Duration),
        ["cumulative_time"] = new("test_time", "s", FieldKind.Duration),
        ["总时间"] = new("test_time", "s", FieldKind.Duration),
        ["current"] = new("current"),
        ["电流"] = new("current"),
        ["voltage"] = new("voltage"),
        ["电压"] = new("voltage"),
        ["capacity"] = new("step_cumulative_capacity"),
        ["容量"] = new("step_cumulative_capacity"),
        ["energy"] = new("step_cumulative_energy"),
        ["能量"] = new("step_cumulative_energy"),
        ["chg_cap"] = new("step_charging_capacity"),
        ["充电容量"] = new("step_charging_capacity"),
        ["dchg_cap"] = new("step_discharging_capacity"),
        ["放电容量"] = new("step_discharging_capacity"),
        ["chg_energy"] = new("step_charging_energy"),
        ["充电能量"] = new("step_charging_energy"),
        ["dchg_energy"] = new("step_discharging_energy"),
        ["放电能量"] = new("step_discharging_energy"),
        ["date"] = new("unix_time", null, FieldKind.Date),
        ["绝对时间"] = new("unix_time", null, FieldKind.Date),
        ["power"] = new("power"),
        ["功率"] = new("power"),
        ["t1"] = new("temperature_t1", "degC"),
        ["t2"] = new("temperature_t2", "degC"),
    };

    private static readonly Dictionary<string, VendorColumn> DetailColumns = new(StringComparer.Ordinal)
    {
        ["record_index"] = new("record_index", "1"),
        ["status"] = new(VendorColumn.Word, null, FieldKind.Word),
        ["cycle"] = new("cycle_count", "1"),
        ["step"] = new("step_id", "1"),
        ["cur"] = new("current"),
        ["voltage"] = new("voltage"),
        ["capacity"] = new("step_cumulative_capacity"),
        ["energy"] = new("step_cumulative_energy"),
        ["relative_time"] = new("step_time", "s", FieldKind.Duration),
        ["absolute_time"] = new("unix_time", null, FieldKind.Date),
    };

    /// <summary>The flat table.</summary>
    public static readonly TextDialect Flat = new("Neware CSV", ["datapoint", "cycle_index", "step_index", "voltage", "current"], Columns);

    /// <summary>The flat table of the Chinese program.</summary>
    public static readonly TextDialect Chinese = new("Neware CSV (Chinese headers)", ["循环号", "工步号", "电压", "电流"], Columns);

    /// <summary>The table in three levels; recognised by its second header, read by the header that flattening writes.</summary>
    public static readonly TextDialect Levels = Flat with { Name = "Neware CSV in three levels", Signature = ["step_index", "step_number", "oneset_volt"], Flatten = NewareLevels.Flatten, FlatSignature = Flat.Signature };

    /// <summary>The records of the older program, in the last sheet of its workbook; test time follows from its dates.</summary>
    public static readonly TextDialect Detail = new("Neware BTS detail", ["record_index", "status", "cur", "voltage", "relative_time", "absolute_time"], DetailColumns);
}
