namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>A step in the life of a thing: known, or missing by the rules.</summary>
/// <param name="Kind">The key event.</param>
/// <param name="At">When it happened (UTC); <c>null</c> when no event says so.</param>
internal sealed record LifeStep(KeyEvent Kind, DateTimeOffset? At)
{
    /// <summary>
    /// The steps of a thing in the order of life: what is known, and what the rules say must have come before it. Steps of what it
    /// was made from are theirs, not its own.
    /// </summary>
    public static IReadOnlyList<LifeStep> Of(KeyEventVocabulary vocabulary, KeyEventHistory history, string name)
    {
        var known = history.Of(name).GroupBy(one => one.Code, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().At, StringComparer.Ordinal);
        var missing = known.Where(one => history.Had(name, [one.Key], one.Value)).SelectMany(one => vocabulary.RulesOf(one.Key))
            .Where(rule => rule is { Kind: KeyEventRuleKind.AfterEvery, IsMust: true, Of: KeyEventPart.Subject } && !rule.Names.Any(known.ContainsKey))
            .Select(rule => rule.Names[0]).ToHashSet(StringComparer.Ordinal);
        return [.. vocabulary.Events.Where(kind => known.ContainsKey(kind.Code) || missing.Contains(kind.Code)).Select(kind => new LifeStep(kind, known.TryGetValue(kind.Code, out var at) ? at : null))];
    }
}
