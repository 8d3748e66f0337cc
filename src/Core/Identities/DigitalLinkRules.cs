namespace Voltloop.Core.Identities;

/// <summary>
/// The rules for the application identifiers of one Digital Link: each value, their places, and their company
/// (GS1 General Specifications 4.13 and 4.14, invalid and mandatory pairs).
/// </summary>
internal static class DigitalLinkRules
{
    /// <summary>Why the AIs cannot stand together in one link, or null when they can.</summary>
    /// <param name="path">Key first, then its qualifiers.</param>
    /// <param name="query">Data attributes in their order.</param>
    /// <param name="options">What is let pass.</param>
    public static string? Reason(IReadOnlyList<AiValue> path, IReadOnlyList<AiValue> query, DigitalLinkOptions options)
    {
        List<AiValue> all = [.. path, .. query];
        return Duplicate(all)
            ?? First(all, Value)
            ?? Sequence(path)
            ?? First(query, attribute => Attribute(attribute, path, options))
            ?? Company(all.ConvertAll(v => v.Ai));
    }

    private static string? First(IReadOnlyList<AiValue> values, Func<AiValue, string?> rule)
    {
        foreach (var value in values)
        {
            if (rule(value) is { } reason) return reason;
        }

        return null;
    }

    private static string? Duplicate(List<AiValue> all)
    {
        var seen = new HashSet<string>(all.Count, StringComparer.Ordinal);
        foreach (var value in all)
        {
            if (!seen.Add(value.Ai)) return $"AI {value.Ai} stands in it more than once";
        }

        return null;
    }

    private static string? Value(AiValue value)
    {
        var ai = AiTable.Find(value.Ai);
        if (ai is not null) return ai.Reason(value.Value) is { } reason ? $"AI {ai.Ai}, {ai.Title}: {reason}" : null;
        if (value.Value.Length is 0 or > UnknownMaxLength) return $"AI {value.Ai}: it has {value.Value.Length} characters, not 1 to {UnknownMaxLength}";
        return Gs1Characters.FirstOutside('x', value.Value) is { } other ? $"AI {value.Ai}: '{other}' is not {Gs1Characters.NameOf('x')}" : null;
    }

    /// <summary>Longest value of any assigned AI; one that is not assigned yet gets no more.</summary>
    private const int UnknownMaxLength = 90;

    private static string? Sequence(IReadOnlyList<AiValue> path)
    {
        var qualifiers = path.Skip(1).Select(v => v.Ai).ToList();
        var sequences = AiTable.Get(path[0].Ai).Qualifiers!;
        return qualifiers.Count == 0 || sequences.Any(s => IsSubsequence(qualifiers, s)) ? null
            : $"AI {path[0].Ai} cannot be qualified by {string.Join(", ", qualifiers)} in this order";
    }

    private static bool IsSubsequence(List<string> part, IReadOnlyList<string> whole)
    {
        var at = 0;
        foreach (var ai in whole)
        {
            if (at < part.Count && string.Equals(part[at], ai, StringComparison.Ordinal)) at++;
        }

        return at == part.Count;
    }

    private static string? Attribute(AiValue attribute, IReadOnlyList<AiValue> path, DigitalLinkOptions options)
    {
        if (AiTable.Find(attribute.Ai) is not { } ai)
            return options.RefuseUnknownAttributes ? $"nobody knows whether AI {attribute.Ai} may stand in a query" : null;
        if (!ai.IsAttribute) return $"AI {ai.Ai}, {ai.Title}, may not stand in the query";
        return BelongsInPath(ai.Ai, path) ? $"AI {ai.Ai}, {ai.Title}, qualifies the key and belongs in the path" : null;
    }

    private static bool BelongsInPath(string ai, IReadOnlyList<AiValue> path) =>
        AiTable.Get(path[0].Ai).Qualifiers!.Any(sequence =>
            sequence.Contains(ai, StringComparer.Ordinal)
            && path.Skip(1).All(v => sequence.Contains(v.Ai, StringComparer.Ordinal)));

    private static string? Company(List<string> ais)
    {
        foreach (var name in ais)
        {
            if (AiTable.Find(name) is not { } ai) continue;
            var unwanted = ais.Find(other => !string.Equals(other, ai.Ai, StringComparison.Ordinal) && ai.Excludes.Any(p => AiTable.Matches(p, other)));
            if (unwanted is not null) return $"AI {ai.Ai}, {ai.Title}, and AI {unwanted} exclude each other";
            var missing = ai.Requires.FirstOrDefault(rule => !rule.Any(alternative => IsPresent(alternative, ais)));
            if (missing is not null) return $"AI {ai.Ai}, {ai.Title}, needs {InWords(missing)} beside it";
        }

        return null;
    }

    private static bool IsPresent(IReadOnlyList<string> alternative, List<string> ais) =>
        alternative.All(pattern => ais.Exists(ai => AiTable.Matches(pattern, ai)));

    private static string InWords(IReadOnlyList<IReadOnlyList<string>> rule) =>
        string.Join(" or ", rule.Select(alternative => string.Join(" with ", alternative)));
}
