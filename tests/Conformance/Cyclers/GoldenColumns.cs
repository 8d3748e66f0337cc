namespace Voltloop.Tests.Conformance.Cyclers;

/// <summary>Which columns mean the same in both loaders.</summary>
internal static class GoldenColumns
{
    private static readonly GoldenColumn[] Common =
    [
        new("test_time_second", "test_time"), new("voltage_volt", "voltage"), new("current_ampere", "current"),
    ];

    public static GoldenColumn[] Of(string golden) => golden switch
    {
        "maccor_txt" => [.. Common, new("step_time_second", "step_time"), new("record_index", "data_point"), new("step_id", "step_index"), new("cycle_count", "cycle_index", 1, -1),
            new("ac_internal_resistance_ohm", "ac_impedance"), new("temperature_t1_celsius", "Aux #1")],
        "neware_txt" => [.. Common, new("step_time_second", "step_time"), new("record_index", "data_point"), new("step_id", "step_index"), new("cycle_count", "cycle_index"),
            new("step_cumulative_capacity_ah", "Capacity(Ah)"), new("step_cumulative_energy_wh", "Energy(Wh)"), new("step_charging_energy_wh", "charge_energy"),
            new("step_discharging_energy_wh", "discharge_energy"), new("power_watt", "power")],
        "pec_csv" => [.. Common, new("step_time_second", "step_time"), new("step_id", "step_index"), new("cycle_count", "cycle_index", 1, -1),
            new("cycle_charging_capacity_ah", "charge_capacity"), new("cycle_discharging_capacity_ah", "discharge_capacity"),
            new("cycle_charging_energy_wh", "charge_energy"), new("cycle_discharging_energy_wh", "discharge_energy"),
            new("ambient_temperature_celsius", "ambient_temperature_degc"), new("surface_temperature_celsius", "cell_surface_temperature_degc"),
            new("unix_time_second", "date_time", 1e-6)],
        "biologics_mpr" => [new("test_time_second", "test_time"), new("voltage_volt", "voltage"), new("current_ampere", "current", 1e-3), new("step_id", "Ns"),
            new("net_capacity_ah", "QminusQnull", 1e-3), new("charging_energy_wh", "charge_energy"), new("discharging_energy_wh", "discharge_energy")],
        "batmo_bdf" => [.. Common, new("cycle_count", "cycle_index")],
        "arbin_res" => [.. Common, new("step_time_second", "step_time"), new("record_index", "data_point"), new("step_id", "step_index"), new("cycle_count", "cycle_index"),
            new("schedule_charging_energy_wh", "charge_energy"), new("schedule_discharging_energy_wh", "discharge_energy"),
            new("dc_internal_resistance_ohm", "internal_resistance"), new("unix_time_second", "date_time", 1e-6)],
        _ => [.. Common, new("step_time_second", "step_time"), new("record_index", "data_point"), new("step_id", "step_index"),
            new("cycle_count", "cycle_index"), new("schedule_charging_capacity_ah", "charge_capacity")],
    };
}
