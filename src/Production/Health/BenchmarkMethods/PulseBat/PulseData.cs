using Voltloop.Health.Model.Grading;

namespace Voltloop.Health.BenchmarkMethods.PulseBat;

/// <summary>Reads the PulseBat set: turning points of pulses of 270 retired cells.</summary>
internal static class PulseData
{
    private const string Folder = "ProcessedData_adjustable";
    private const string Sheet = "SOC ALL";

    private static readonly (string Name, string Path, PulseBaseline Baseline)[] Sets =
    [
        ("LMO 10 Ah", Path.Combine("10Ah LMO", "LMO_10Ah_W_5000.xlsx"), new((3.25, 3.2, 0.74), (4.12, 3.7, 0.72))),
        ("NMC 2.1 Ah", Path.Combine("2.1Ah NMC", "NMC_2.1Ah_W_5000.xlsx"), new((4.54, 4.5, 0.66), (2.15, 1.9, 0.85))),
        ("NMC 21 Ah", Path.Combine("21Ah NMC", "NMC_21Ah_W_5000.xlsx"), new((2.40, 1.6, 0.39), (1.86, 1.0, 0.53))),
        ("LFP 35 Ah", Path.Combine("35Ah LFP", "LFP_35Ah_W_5000.xlsx"), new((3.87, 3.6, 0.52), (4.24, 4.0, 0.49))),
    ];

    /// <summary>The four types; the aged laboratory cells once more with the states of one physical cell kept together.</summary>
    public static IEnumerable<PulseSet> Read(string folder)
    {
        foreach (var (name, path, baseline) in Sets)
        {
            var sheet = SheetReader.Read(BenchmarkFolder.File(folder, Folder, path), Sheet)[0];
            var (pulses, ids) = Pulses(sheet);
            yield return new PulseSet(name, pulses, Number(ids), baseline);
            // D3-100 is cell D3 after 100 cycles: 67 states of 12 cells.
            string[] cells = Array.ConvertAll(ids, id => id.Split('-')[0]);
            if (cells.Distinct(StringComparer.Ordinal).Count() < ids.Distinct(StringComparer.Ordinal).Count() / 2)
                yield return new PulseSet(name + ", by physical cell", pulses, Number(cells), null);
        }
    }

    private static (PulseReading[] Pulses, string[] Ids) Pulses(Sheet sheet)
    {
        int[] voltages = [.. Enumerable.Range(1, PulseReading.Points).Select(k => sheet.Column($"U{k}"))];
        var (soh, soc, id) = (sheet.Column("SOH"), sheet.Column("SOC"), sheet.Column("ID"));
        int[] rows = [.. Enumerable.Range(0, sheet.Rows.Count).Where(row => double.IsFinite(sheet.Number(row, soh)) && voltages.All(column => double.IsFinite(sheet.Number(row, column))))];
        return (
            Array.ConvertAll(rows, row => new PulseReading(sheet.Number(row, soc), Array.ConvertAll(voltages, column => sheet.Number(row, column))) { Health = 100 * sheet.Number(row, soh) }),
            Array.ConvertAll(rows, row => sheet.Text(row, id)));
    }

    private static int[] Number(string[] ids)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return Array.ConvertAll(ids, id => numbers.TryGetValue(id, out var known) ? known : numbers[id] = numbers.Count);
    }
}
