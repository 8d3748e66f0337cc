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

    // Words in the names of drive cycles, and of the recordings of charges, pauses and tests beside them.
    private static readonly string[] CycleNames = ["degC_Cycle", "degC_US06", "degC_HWF", "degC_LA92", "degC_UDDS", "degC_NN"];
    private static readonly string[] OtherNames = ["Charge", "Pause", "Dis1C", "HPPC", "OCV", "dis5_", "_TS0"];

    /// <summary>Reads a folder with one folder per temperature, each with a folder of drive cycles.</summary>
    /// <param name="folder">Folder given.</param>
    /// <param name="home">Folder whose 25degC is taken when the folder given has none.</param>
    /// <exception cref="ProblemException">The C/20 sweep or the cycles of the identification are nowhere.</exception>
    public static PanasonicFiles Read(string folder, string? home)
    {
        var notes = new List<string>();
        var cycles = new List<DriveCycle>();
        foreach (var group in Groups(folder))
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

        return new PanasonicFiles(cycles, Sweep(HasSweep(source) ? source : home ?? source), notes);
    }

    private static bool IsHome(DriveCycle cycle) => string.Equals(cycle.Group, Home, StringComparison.Ordinal);

    // The folder itself may be one temperature, or hold the temperatures at any depth.
    private static IEnumerable<string> Groups(string folder) => IsGroup(folder)
        ? [folder]
        : Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).SelectMany(Groups);

    private static bool IsGroup(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path)).Contains("degC", StringComparison.OrdinalIgnoreCase);

    private static List<DriveCycle> Group(string group, List<string> notes)
    {
        var cycles = new List<DriveCycle>();
        var name = Path.GetFileName(group);
        foreach (var path in Directory.EnumerateFiles(group, "*.mat", SearchOption.AllDirectories).Where(IsCycle).Order(StringComparer.Ordinal))
        {
            var (cycle, reason) = Try(path, name);
            if (cycle is not null) cycles.Add(cycle);
            else notes.Add($"{name}: {Path.GetFileName(path)} was passed over: {reason}.");
        }

        if (cycles.Count == 0) notes.Add($"{name} holds no drive cycle.");
        return cycles;
    }

    // A file that cannot be read is left out and named; the others are still of use.
    private static (DriveCycle? Cycle, string Reason) Try(string path, string group)
    {
        try
        {
            return DriveCycleReader.Read(path, group);
        }
        catch (ProblemException damaged)
        {
            return (null, damaged.Problem.Detail.TrimEnd('.'));
        }
    }

    private static bool IsCycle(string path)
    {
        var name = Path.GetFileName(path);
        return !OtherNames.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase))
            && (Path.GetFileName(Path.GetDirectoryName(path))!.Contains("drive", StringComparison.OrdinalIgnoreCase)
                || CycleNames.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool HasSweep(string folder) => SweepFile(folder) is not null;

    private static string? SweepFile(string folder) => Directory.EnumerateFiles(folder, "*.mat", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file).Contains("C20 OCV", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault();

    private static OcvTable Sweep(string folder)
    {
        var path = SweepFile(folder) ?? throw new ProblemException(CommonProblems.NotFound, "The data set has no file of the C/20 sweep (\"... C20 OCV ...mat\").", folder);
        var columns = DriveCycleReader.Columns(path);
        var current = columns["Current"];
        int[] down = [.. Enumerable.Range(0, current.Length).Where(i => current[i] < -SweepAmpere)];
        double[] Take(string name) => Array.ConvertAll(down, i => columns[name][i]);
        return OcvBuilder.Build(new SlowSweep(Take("Ah"), Take("Voltage"), Take("Current")), null, SweepOhm);
    }
}
