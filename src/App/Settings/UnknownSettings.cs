using Voltloop.Web.Composition;

namespace Voltloop.App.Settings;

/// <summary>Names that somebody set and nothing reads: usually slips of the pen, which would otherwise go unnoticed.</summary>
internal static class UnknownSettings
{
    /// <summary>Changes of a letter up to which a known name is offered.</summary>
    private const int Near = 3;

    // Read without being sections, or by tests and benches beside the program.
    private static readonly string[] Others = ["DATA", "DID", "PRIMARY_KEY", "KILLS", "SCREENSHOTS", "SHARED", "WRITE"];

    /// <summary>The names, each with the known one that comes nearest.</summary>
    /// <param name="settings">What was set.</param>
    /// <param name="known">Every setting.</param>
    public static IReadOnlyList<UnknownSetting> Find(HouseSettings settings, IReadOnlyList<Setting> known) =>
    [
        .. settings.All.Providers.Where(IsOurs).SelectMany(provider => Leaves(provider, null)).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(key => !Others.Contains(key, StringComparer.OrdinalIgnoreCase) && !known.Any(setting => Names(setting.Key, key)))
            .Order(StringComparer.OrdinalIgnoreCase).Select(key => new UnknownSetting(key, Nearest(key, known))),
    ];

    // The variables without our prefix belong to everybody.
    private static bool IsOurs(IConfigurationProvider provider) =>
        provider is not Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationProvider || provider.ToString()!.Contains(HouseSettings.Prefix, StringComparison.Ordinal);

    private static IEnumerable<string> Leaves(IConfigurationProvider provider, string? path)
    {
        string[] below = [.. provider.GetChildKeys([], path).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (below.Length == 0) return path is null ? [] : [path];
        return below.SelectMany(key => Leaves(provider, path is null ? key : $"{path}:{key}"));
    }

    // A list of texts is set entry by entry: "Scopes:0" sets "Scopes".
    private static bool Names(string known, string key)
    {
        var (pattern, parts) = (known.Split(':'), key.Split(':'));
        if (parts.Length < pattern.Length || parts.Length > pattern.Length + 1) return false;
        if (parts.Length > pattern.Length && !IsNumber(parts[^1])) return false;
        return pattern.Zip(parts).All(pair => pair.First == "NAME" || (pair.First == "N" || IsNumber(pair.First) ? IsNumber(pair.Second) : pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsNumber(string part) => part.Length > 0 && part.All(char.IsAsciiDigit);

    private static string? Nearest(string key, IReadOnlyList<Setting> known)
    {
        var best = known.Select(setting => (setting.Key, Distance: Distance(key.ToUpperInvariant(), setting.Key.ToUpperInvariant()))).MinBy(pair => pair.Distance);
        return best.Distance <= Near ? best.Key : null;
    }

    // Levenshtein's: letters to change, add or leave out.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[^1];
    }
}
