using System.Globalization;
using System.Text;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>
/// What packs on the road deliver: one full discharge a month, as a table of capacity per cycle that anybody may import. Made up, not
/// measured: <see cref="PackFacts.HealthAfter"/> with the errors of a test bench, so that packs with cells of the drifting coater
/// fade as those cells do.
/// </summary>
/// <param name="plan">Of which chain.</param>
internal sealed class FleetTable(FactoryPlan plan)
{
    private const double MonthDays = 365.25 / 12;
    private const double CyclesOfMonth = 21;
    private const double BenchError = 0.0015;
    private const long Numbers = 1L << 42;

    /// <summary>The table; <c>null</c> when no pack was sold.</summary>
    public byte[]? Write()
    {
        var text = new StringBuilder("# note: made up and not measured; example factory, no such product exists\nthing,cycle_count,cycle_discharging_capacity_ah\n");
        var rows = 0;
        foreach (var pack in FactoryChain.Packs(plan).Where(pack => pack.IsSold)) rows += Add(text, pack);
        return rows == 0 ? null : Encoding.UTF8.GetBytes(text.ToString());
    }

    private static int Add(StringBuilder text, PackFacts pack)
    {
        var (end, month) = (pack.HasEnded ? pack.EndedAt : FactoryPlan.LastDay, 0);
        for (; pack.UsedFrom.AddDays(month * MonthDays) < end; month++)
        {
            var error = BenchError * pack.Plan.Noise.Normal(Chance.Used, Numbers + (pack.Number * 4096L) + month);
            var charge = CellFacts.RatedAmpereHours * pack.HealthAfter(month / 12.0) * (1 + error);
            text.Append(CultureInfo.InvariantCulture, $"{FactoryNames.Pack(pack.Number)},{1 + (int)(month * CyclesOfMonth)},{Math.Round(charge, 3)}\n");
        }

        return month;
    }
}
