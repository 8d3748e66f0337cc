using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Forecasting;
using Voltloop.Kernels.Robust;

namespace Voltloop.Health.BenchmarkMethods.Tbsi;

/// <summary>Reads the TBSI-Sunwoda set: capacity per cycle of 32 cells.</summary>
internal static class TbsiData
{
    /// <summary>Share of the first capacity at which life ends.</summary>
    public const double End = 0.8;

    private const string Labels = "Labels.xlsx";
    private const int FirstCycles = 5;

    /// <summary>The cells that reached their end of life.</summary>
    public static IReadOnlyList<TbsiCell> Read(string folder)
    {
        var sheets = SheetReader.Read(BenchmarkFolder.File(folder, Labels));
        return [.. sheets.Select(Cell).OfType<TbsiCell>()];
    }

    private static TbsiCell? Cell(Sheet sheet)
    {
        var mark = sheet.Name.IndexOf('T', StringComparison.Ordinal);
        if (mark < 0 || !int.TryParse(sheet.Name.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var temperature))
            throw new ProblemException(CommonProblems.MalformedInput, $"The sheet \"{sheet.Name}\" names no temperature.", Labels);
        double[] capacity = [.. Enumerable.Range(0, sheet.Rows.Count).Select(row => sheet.Number(row, 0)).Where(double.IsFinite)];
        double[] cycle = [.. Enumerable.Range(0, capacity.Length).Select(i => (double)i)];
        var path = FadePath.Of(cycle, capacity, Median.Of(capacity[..FirstCycles]));
        return path.FallsBelow(End) is { } life ? new TbsiCell(sheet.Name, temperature, path, life) : null;
    }
}
