using Voltloop.Core.Problems;
using Voltloop.Kernels.Circuit;

namespace Voltloop.Health.BenchmarkMethods.Panasonic;

/// <summary>What a folder of the data set holds.</summary>
/// <param name="Cycles">Drive cycles of all temperatures, by group and name.</param>
/// <param name="Ocv">Open-circuit voltage from the C/20 sweep at 25 degC, the discharge branch.</param>
/// <param name="Notes">Files that were passed over, with the reason.</param>
internal sealed record PanasonicFiles(IReadOnlyList<DriveCycle> Cycles, OcvTable Ocv, IReadOnlyList<string> Notes)
{
    /// <summary>Group that the circuit is identified in.</summary>
    public const string Home = "25degC";

    // Resistance that the C/20 sweep sees; its 0.145 A make 7 mV of it.
    private const double SweepOhm = 0.05;
    private const double SweepAmpere = 0.05;

    /// <summary>Reads a folder with one folder per temperature, each with a folder of drive cycles.</summary>
    /// <param name="folder">Folder given.</param>
    /// <param name="home">Folder whose 25degC is taken when the folder given has none.</param>
    /// <exception cref="ProblemException">The C/20 sweep or the cycles of the identification are nowhere.</exception>
    public static PanasonicFiles Read(string folder, string? home)
    {
        var notes = new List<string>();
        var cycles = new List<DriveCycle>();
        foreach (var group in Directory.EnumerateDirectories(folder).Where(IsGroup).Order(StringComparer.Ordinal))
        {
            cycles.AddRange(Group(group, notes));
        }

        var source = folder;
        if (!cycles.Exists(IsHome) && home is not null && Directory.Exists(Path.Combine(home, Home)))
        {
            source = home;
            notes.Add($"The folder has no {Home}; the circuit was identified on {Path.Combine(home, Home)}.");
            cycles.AddRange(Group(Path.Combine(home, Home), notes));
        }

        return new PanasonicFiles(cycles, Sweep(source), notes);
    }

    private static bool IsHome(DriveCycle cycle) => string.Equals(cycle.Group, Home, StringComparison.Ordinal);

    private static bool IsGroup(string path) => Path.GetFileName(path).Contains("degC", StringComparison.Ordinal);

    private static List<DriveCycle> Group(string group, List<string> notes)
    {
        var cycles = new List<DriveCycle>();
        var name = Path.GetFileName(group);
        foreach (var path in Directory.EnumerateFiles(group, "*.mat", SearchOption.AllDirectories).Where(IsCycle).Order(StringComparer.Ordinal))
        {
            var (cycle, reason) = DriveCycleReader.Read(path, name);
            if (cycle is not null) cycles.Add(cycle);
            else notes.Add($"{name}: {Path.GetFileName(path)} was passed over: {reason}.");
        }

        if (cycles.Count == 0) notes.Add($"{name} holds no drive cycle.");
        return cycles;
    }

    private static bool IsCycle(string path) =>
        Path.GetFileName(Path.GetDirectoryName(path))!.Contains("drive", StringComparison.OrdinalIgnoreCase)
        || Path.GetFileName(path).Contains("degC_Cycle", StringComparison.OrdinalIgnoreCase);

    private static OcvTable Sweep(string folder)
    {
        var path = Directory.EnumerateFiles(folder, "*.mat", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file).Contains("C20 OCV", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new ProblemException(CommonProblems.NotFound, "The data set has no file of the C/20 sweep (\"... C20 OCV ...mat\").", folder);
        var columns = DriveCycleReader.Columns(path);
        var current = columns["Current"];
        int[] down = [.. Enumerable.Range(0, current.Length).Where(i => current[i] < -SweepAmpere)];
        double[] Take(string name) => Array.ConvertAll(down, i => columns[name][i]);
        return OcvBuilder.Build(new SlowSweep(Take("Ah"), Take("Voltage"), Take("Current")), null, SweepOhm);
    }
}
