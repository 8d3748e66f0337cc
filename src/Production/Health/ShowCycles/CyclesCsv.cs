using System.Globalization;
using System.Text;
using Voltloop.Health.Model;

namespace Voltloop.Health.ShowCycles;

/// <summary>Cycles as a table.</summary>
internal static class CyclesCsv
{
    private const string Head = "cycle_count,cycle_charging_capacity_ah,cycle_discharging_capacity_ah,cycle_charging_energy_wh,cycle_discharging_energy_wh,coulombic_efficiency_percent,energy_efficiency_percent,duration_second\n";

    /// <summary>The table.</summary>
    public static string Of(IReadOnlyList<CycleRow> cycles)
    {
        var text = new StringBuilder(Head);
        foreach (var row in cycles)
        {
            double?[] values = [row.Cycle, row.ChargedAh, row.DischargedAh, row.ChargedWh, row.DischargedWh, row.CoulombicEfficiency, row.EnergyEfficiency, row.Seconds];
            text.AppendJoin(',', values.Select(value => value?.ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }
}
