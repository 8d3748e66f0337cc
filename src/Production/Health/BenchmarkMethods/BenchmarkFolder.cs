using Voltloop.Core.Problems;

namespace Voltloop.Health.BenchmarkMethods;

/// <summary>Finds the folder of a data set, which is not part of the program.</summary>
internal static class BenchmarkFolder
{
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["severson"] = "rul_severson124",
        ["tbsi"] = "soh_tbsi_sunwoda",
        ["pulsebat"] = "secondlife_pulsebat",
        ["panasonic"] = "soc_panasonic18650pf",
    };

    /// <summary>The folder given, else <c>shared/data/health/...</c> in or beside a folder above the program or the working directory.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static string Find(string benchmark, string? given)
    {
        if (given is not null) return Directory.Exists(given) ? Path.GetFullPath(given) : throw Missing(benchmark, given);
        var name = Usual.GetValueOrDefault(benchmark, benchmark);
        return Candidates(name).FirstOrDefault(Directory.Exists) ?? throw Missing(benchmark, Path.Combine("..", "shared", "data", "health", name));
    }

    /// <summary>A file of the data set.</summary>
    /// <exception cref="ProblemException">It is not there.</exception>
    public static string File(string folder, params string[] parts)
    {
        var path = Path.Combine([folder, .. parts]);
        return System.IO.File.Exists(path) ? path : throw new ProblemException(CommonProblems.NotFound, $"The data set has no file {Path.Combine(parts)}.", folder);
    }

    private static IEnumerable<string> Candidates(string name) =>
        from start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory }
        from folder in Above(new DirectoryInfo(start))
        select Path.Combine(folder, "shared", "data", "health", name);

    private static IEnumerable<string> Above(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent) yield return folder.FullName;
    }

    private static ProblemException Missing(string benchmark, string folder) => new(
        CommonProblems.NotFound, $"The data of the benchmark \"{benchmark}\" is not in {folder}.",
        remedy: "Give its folder with --files; where to get it stands in docs/how-to/compare-methods.md.");
}
