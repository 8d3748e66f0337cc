using System.Text.Json;

namespace Voltloop.Bench.Fuzz;

/// <summary>What a target did in its time.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Inputs">Inputs that were read.</param>
/// <param name="Seconds">In this time.</param>
/// <param name="Accepted">Inputs that were taken.</param>
/// <param name="Findings">Different findings.</param>
internal sealed record FuzzRow(string Target, long Inputs, double Seconds, long Accepted, int Findings)
{
    /// <summary>Inputs refused by name, by code.</summary>
    public IReadOnlyDictionary<string, long> Refused { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>What a child process leaves for the one that started it.</summary>
    public static string PathOf(string target) => Path.Combine(FuzzFinding.Folder, target + ".row.json");

    public void Keep() => File.WriteAllText(PathOf(Target), JsonSerializer.Serialize(this));

    public static FuzzRow? Take(string target)
    {
        if (!File.Exists(PathOf(target))) return null;
        var row = JsonSerializer.Deserialize<FuzzRow>(File.ReadAllText(PathOf(target)));
        File.Delete(PathOf(target));
        return row;
    }
}
