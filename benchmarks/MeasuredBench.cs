using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voltloop.Bench;

/// <summary>The rows of one bench with where and when they were measured, as kept below <c>artifacts/bench</c>.</summary>
/// <param name="Bench">Its name.</param>
/// <param name="Machine">Processor, cores, system and runtime.</param>
/// <param name="MeasuredAt">When it ended.</param>
/// <param name="Rows">What was measured.</param>
internal sealed record MeasuredBench(string Bench, string Machine, DateTimeOffset MeasuredAt, IReadOnlyList<Measurement> Rows)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, IgnoreReadOnlyProperties = true };

    /// <summary>Folder of what was measured last, in the working directory.</summary>
    private static string Folder => Path.Combine("artifacts", "bench");

    /// <summary>What was measured last of a bench; <c>null</c> when it never was.</summary>
    public static MeasuredBench? Read(string bench) => File.Exists(PathOf(bench)) ? JsonSerializer.Deserialize<MeasuredBench>(File.ReadAllText(PathOf(bench)), Json) : null;

    /// <summary>Keeps it in place of what was measured before.</summary>
    public void Keep()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(PathOf(Bench) + ".new", JsonSerializer.Serialize(this, Json));
        File.Move(PathOf(Bench) + ".new", PathOf(Bench), overwrite: true);
    }

    private static string PathOf(string bench) => Path.Combine(Folder, bench + ".json");
}
