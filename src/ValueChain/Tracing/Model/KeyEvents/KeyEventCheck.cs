using System.Globalization;
using System.Text.Json;
using Voltloop.Record.Events;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>
/// Checks a key event against the rules of the vocabulary. Times of events decide what came before, not the order in which events
/// came into the record.
/// </summary>
/// <param name="vocabulary">Key events and rules.</param>
/// <param name="history">What is known of the goods.</param>
internal sealed class KeyEventCheck(KeyEventVocabulary vocabulary, KeyEventHistory history)
{
    private const int MaxNamed = 20;

    /// <summary>What is wrong with an event.</summary>
    public IEnumerable<KeyEventFinding> Findings(KeyEventSighting seen, JsonElement captured) => vocabulary.RulesOf(seen.Kind.Code)
        .Where(rule => rule.When is not { } when || when.Holds(KeyEventFields.Text(captured, when.Field)))
        .SelectMany(rule => rule.NeedsHistory ? Timed(rule, seen) : Carried(rule, seen, captured)).Concat(Forbidden(seen));

    /// <summary>Goods whose history the rules ask for, with those whose end they ask for.</summary>
    public static IEnumerable<string> Asked(KeyEventVocabulary vocabulary, KeyEventSighting seen) => vocabulary.RulesOf(seen.Kind.Code)
        .Where(rule => rule.NeedsHistory).SelectMany(rule => seen.Names(seen.Roles(rule.Of))).Concat(seen.Subjects).Distinct(StringComparer.Ordinal);

    /// <summary>Whether a rule on what came before holds for goods by now.</summary>
    public bool IsSettled(KeyEventRule rule, IReadOnlyList<string> names, DateTimeOffset at) => rule.Kind == KeyEventRuleKind.AfterAny
        ? names.Any(name => history.Had(name, rule.Names, at))
        : names.All(name => history.Had(name, rule.Names, at));

    private IEnumerable<KeyEventFinding> Timed(KeyEventRule rule, KeyEventSighting seen)
    {
        var roles = seen.Roles(rule.Of);
        var (names, field) = (seen.Names(roles).ToArray(), "/" + KeyEventFields.FieldOf(roles));
        return rule.Kind switch
        {
            KeyEventRuleKind.AfterAny when names.Length > 0 && !IsSettled(rule, names, seen.Keys.EventTime) => [Missing(rule, seen, names, field)],
            KeyEventRuleKind.AfterEvery => names.Where(name => Counts(rule, name, seen) && !history.Had(name, rule.Names, seen.Keys.EventTime)).Take(MaxNamed).Select(name => Missing(rule, seen, [name], field)),
            KeyEventRuleKind.OnlyThen => names.SelectMany(name => After(rule, name, seen)).Take(MaxNamed).Select(wrong => new KeyEventFinding(rule, field, wrong)),
            _ => [],
        };
    }

    private bool Counts(KeyEventRule rule, string name, KeyEventSighting seen) => rule.Those.Length == 0 || history.Had(name, [rule.Those], seen.Keys.EventTime);

    private KeyEventFinding Missing(KeyEventRule rule, KeyEventSighting seen, string[] names, string field)
    {
        var before = string.Join(" or ", rule.Names.Select(Label));
        var later = names.Select(name => history.Later(name, rule.Names, seen.Keys.EventTime)).FirstOrDefault(one => one is not null);
        var what = names.Length == 1 ? names[0] : $"None of {names.Length.ToString(CultureInfo.InvariantCulture)} goods";
        var message = later is { } late
            ? string.Create(CultureInfo.InvariantCulture, $"{late.Name}: {Label(late.Code)} is at {late.At:O}, after {seen.Kind.Label} at {seen.Keys.EventTime:O}.")
            : $"{what}: no event that you may see says {before} before {seen.Kind.Label}.";
        return new KeyEventFinding(rule, field, message) { Waits = [.. names.Take(MaxNamed)] };
    }

    // An end may become known after what followed it: then the event of the end tells.
    private IEnumerable<string> After(KeyEventRule rule, string name, KeyEventSighting seen) => history.Of(name)
        .Where(one => one.At > seen.Keys.EventTime && !rule.Names.Contains(one.Code, StringComparer.Ordinal))
        .Select(one => string.Create(CultureInfo.InvariantCulture, $"{name}: {Label(one.Code)} is at {one.At:O}, after {seen.Kind.Label}."));

    // The other way round: the end was known first.
    private IEnumerable<KeyEventFinding> Forbidden(KeyEventSighting seen)
    {
        foreach (var name in seen.Subjects.Concat(seen.Inputs).Distinct(StringComparer.Ordinal))
        {
            foreach (var end in history.Of(name).Where(one => one.Part == KeyEventPart.Subject && one.At < seen.Keys.EventTime))
            {
                if (vocabulary.RulesOf(end.Code).FirstOrDefault(rule => rule.Kind == KeyEventRuleKind.OnlyThen) is not { } rule || rule.Names.Contains(seen.Kind.Code, StringComparer.Ordinal)) continue;
                yield return new KeyEventFinding(rule, "/eventTime", string.Create(CultureInfo.InvariantCulture, $"{name}: {seen.Kind.Label} cannot follow {Label(end.Code)} at {end.At:O}."));
                break;
            }
        }
    }

    private static IEnumerable<KeyEventFinding> Carried(KeyEventRule rule, KeyEventSighting seen, JsonElement captured) =>
        KeyEventContent.Wrong(rule, seen, captured) is var (field, message) ? [new KeyEventFinding(rule, field, message)] : [];

    private string Label(string code) => vocabulary.Find(code)?.Label ?? code;
}
