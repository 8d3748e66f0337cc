using System.Globalization;
using System.Formats.Tar;
using Voltloop.Core.Problems;

namespace Voltloop.Health.BenchmarkMethods.Severson;

/// <summary>Reads the 124 cells as Attia et al. 2021 published them: a compressed archive of curves, and tables of lives.</summary>
internal static class SeversonData
{
    private const string Archive = "qdlin_full_124cells.tar.xz";
    private const string Lives = "cycle_lives";
    private static readonly string[] Splits = ["train", "test1", "test2"];

    /// <summary>The cells of all three parts.</summary>
    /// <exception cref="ProblemException">A file is missing or damaged, or xz is not installed.</exception>
    public static async Task<SeversonSet> ReadAsync(string folder, CancellationToken cancellation)
    {
        var cells = Splits.ToDictionary(split => split, split => Array.ConvertAll(ReadLives(folder, split), life => new SeversonCell(life, new(99, SeversonCell.Voltages))), StringComparer.Ordinal);
        var read = await FillAsync(BenchmarkFolder.File(folder, Archive), cells, cancellation);
        if (read != cells.Values.Sum(part => part.Length)) throw new ProblemException(CommonProblems.MalformedInput, $"The archive has {read} of 124 cells.", Archive);
        return new SeversonSet(cells["train"], [.. cells["test1"].Where((_, i) => i != SeversonSet.Excluded)], cells["test2"]);
    }

    private static double[] ReadLives(string folder, string split) =>
        [.. File.ReadLines(BenchmarkFolder.File(folder, Lives, split + "_cycle_lives.csv")).Where(line => line.Length > 0).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];

    private static async Task<int> FillAsync(string path, Dictionary<string, SeversonCell[]> cells, CancellationToken cancellation)
    {
        using var unpacking = XzFile.Open(path);
        await using var reader = new TarReader(unpacking.Content);
        var count = 0;
        while (await reader.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (Find(entry.Name, cells) is not { } cell || entry.DataStream is not { } data) continue;
            using var bytes = new MemoryStream();
            await data.CopyToAsync(bytes, cancellation);
            CurveText.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), cell.Discharge, entry.Name);
            count++;
        }

        return count;
    }

    // Names end in SPLIT/cellN.csv, with N from 1.
    private static SeversonCell? Find(string name, Dictionary<string, SeversonCell[]> cells)
    {
        var parts = name.Split('/');
        if (parts.Length < 2 || !cells.TryGetValue(parts[^2], out var part) || !parts[^1].StartsWith("cell", StringComparison.Ordinal)) return null;
        var number = Path.GetFileNameWithoutExtension(parts[^1]).AsSpan(4);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= part.Length ? part[place - 1] : null;
    }
}
