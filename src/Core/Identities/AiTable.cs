using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Voltloop.Core.Identities;

/// <summary>
/// All GS1 application identifiers, read once from <c>application-identifiers.csv</c>. Facts after the GS1 General
/// Specifications and the GS1 Barcode Syntax Dictionary of 2026-01-27; a new AI is a new line there.
/// </summary>
internal static class AiTable
{
    private const string Resource = "application-identifiers.csv";

    private static readonly FrozenDictionary<string, ApplicationIdentifier> ByAi = Load();

    private static readonly FrozenDictionary<string, ApplicationIdentifier> ByAlpha =
        ByAi.Values.Where(a => a.Alpha.Length > 0).ToFrozenDictionary(a => a.Alpha, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> LengthByPrefix =
        ByAi.Keys.GroupBy(a => a[..2], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Max(a => a.Length), StringComparer.Ordinal);

    /// <summary>All identifiers, in no order.</summary>
    public static IEnumerable<ApplicationIdentifier> All => ByAi.Values;

    /// <summary>The identifier, or null when GS1 has not assigned it.</summary>
    public static ApplicationIdentifier? Find(string ai) => ByAi.GetValueOrDefault(ai);

    /// <summary>The identifier with a former word such as <c>gtin</c>, or null.</summary>
    public static ApplicationIdentifier? FindAlpha(string alpha) => ByAlpha.GetValueOrDefault(alpha);

    /// <summary>An identifier that our own code names.</summary>
    public static ApplicationIdentifier Get(string ai) => ByAi[ai];

    /// <summary>Whether digits that GS1 has not assigned could still be an AI: the first two digits decide the length.</summary>
    public static bool CouldBe(string ai) =>
        ai.Length is >= 2 and <= 4 && Gs1Characters.AreDigits(ai)
        && (!LengthByPrefix.TryGetValue(ai[..2], out var length) || length == ai.Length);

    /// <summary>
    /// Whether no separator follows in an element string: the first two digits decide, also for AIs to come
    /// (GS1 General Specifications, table of element strings of predefined length).
    /// </summary>
    public static bool HasPredefinedLength(string ai) =>
        Number(ai[..2]) is (>= 0 and <= 4) or (>= 11 and <= 20) or (>= 31 and <= 36) or 41;

    /// <summary>Whether an AI is the pattern or fits it; <c>n</c> in a pattern stands for any digit.</summary>
    public static bool Matches(string pattern, string ai)
    {
        if (pattern.Length != ai.Length) return false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != 'n' && pattern[i] != ai[i]) return false;
        }

        return true;
    }

    /// <summary>A number in the table.</summary>
    public static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, ApplicationIdentifier> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        return lines.SelectMany(ReadLine).ToFrozenDictionary(a => a.Ai, StringComparer.Ordinal);
    }

    private static IEnumerable<ApplicationIdentifier> ReadLine(string line)
    {
        var cells = line.TrimEnd('\r').Split(';');
        var range = cells[0].Split('-');
        var width = range[0].Length;
        for (var ai = Number(range[0]); ai <= Number(range[^1]); ai++)
            yield return ReadCells(ai.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0'), cells);
    }

    private static ApplicationIdentifier ReadCells(string ai, string[] cells) => new()
    {
        Ai = ai,
        IsAttribute = string.Equals(cells[1], "yes", StringComparison.Ordinal),
        Components = [.. Words(cells[2], ' ').Select(AiComponent.Parse)],
        Requires = [.. Words(cells[3], ' ').Select(ReadRule)],
        Excludes = Words(cells[4], ' '),
        Qualifiers = cells[5].Length == 0 ? null : [.. Words(cells[5].TrimStart('-'), '|').Select(s => Words(s, '>'))],
        Alpha = cells[6],
        Title = cells[7],
    };

    private static IReadOnlyList<IReadOnlyList<string>> ReadRule(string rule) =>
        [.. Words(rule, '|').Select(alternative => Words(alternative, '+'))];

    private static string[] Words(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries);
}
