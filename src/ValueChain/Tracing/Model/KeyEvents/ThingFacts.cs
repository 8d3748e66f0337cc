using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Record.Events;
using Voltloop.Record.Log;
using Voltloop.Record.Statements;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>
/// All facts about one thing that follow from its key events. It is worked out from all of them together, so neither their order
/// of arrival nor a second time changes the result.
/// </summary>
/// <param name="thing">The thing.</param>
/// <param name="rules">The table of facts.</param>
internal sealed class ThingFacts(ThingId thing, IReadOnlyList<FactRule> rules)
{
    /// <summary>Start of the method of every statement that comes from here.</summary>
    public const string Method = "key-event.";

    private readonly Dictionary<(string, string, DateTimeOffset), Fact> _facts = [];
    private readonly HashSet<string> _first = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _inside = new(StringComparer.Ordinal);

    /// <summary>Whether a statement came from events.</summary>
    public static bool IsFrom(Statement statement) => statement.Evidence.Method.StartsWith(Method, StringComparison.Ordinal);

    /// <summary>The facts.</summary>
    /// <param name="events">Key events that name the thing.</param>
    public IReadOnlyList<Fact> Of(IEnumerable<FactEvent> events)
    {
        foreach (var one in events.OrderBy(e => e.Sighting.Keys.EventTime).ThenBy(e => e.Hash, StringComparer.Ordinal))
        {
            foreach (var rule in rules.Where(rule => rule.Event == one.Sighting.Kind.Code && IsAbout(rule, one.Sighting))) Add(rule, one);
        }

        return [.. _facts.Values];
    }

    /// <summary>What recycling has recovered from the thing, after each step that recovered more.</summary>
    /// <param name="steps">Steps of recycling in the order of time.</param>
    public IReadOnlyList<Fact> Recovered(IEnumerable<FactEvent> steps)
    {
        var (mass, inputs, facts) = (new RecoveredMass(thing.Value), new List<string>(), new List<Fact>());
        foreach (var step in steps)
        {
            inputs.Add(step.Hash);
            if (!mass.Take(step)) continue;
            var value = JsonSerializer.SerializeToElement(mass.Elements.Select(element => new { element = element.Key, kilograms = Math.Round(element.Value, 9) }));
            facts.Add(new Fact(step.Issuer, new Statement(thing, RecoveredTerm, StatementValue.Of(value), RecordTime.Cut(step.Sighting.Keys.EventTime))
            {
                Evidence = new Evidence(Method + "recovery", "Johansson et al. 2024, 4.2; mass balance of mixed lots", "Every lot counts as mixed; batteries of a batch share by stated masses, else equally.", [.. inputs.TakeLast(Record.Ports.WriteLimits.MaxInputs)]),
            }));
        }

        return facts;
    }

    private const string RecoveredTerm = "recoveredMaterials";

    private bool IsAbout(FactRule rule, KeyEventSighting seen) => seen.Names(seen.Roles(rule.Part)).Contains(thing.Value, StringComparer.Ordinal);

    private void Add(FactRule rule, FactEvent one)
    {
        var once = rule.Event + ' ' + rule.Term;
        if (rule.IsFirst && _first.Contains(once)) return;
        if (rule.Source is FactSource.Whole && one.Sighting.Keys.Action == EventAction.Delete)
        {
            Keep(rule, one, null);
            return;
        }

        if (ValueOf(rule, one) is not { } value) return;
        if (rule.IsFirst) _first.Add(once);
        Keep(rule, one, value);
    }

    // Without a value the term ends.
    private void Keep(FactRule rule, FactEvent one, FactValue? value)
    {
        var fact = new Fact(one.Issuer, new Statement(thing, rule.Term, value?.Value ?? default, RecordTime.Cut(one.Sighting.Keys.EventTime))
        {
            Kind = value is null ? StatementKind.Ended : StatementKind.Value,
            Unit = value?.Unit,
            Evidence = new Evidence(Method + rule.Event, rule.Reference, "As far as who captured the event is right; the hash proves that it was not changed.", [one.Hash]),
        });
        _facts[fact.Place] = fact;
    }

    private FactValue? ValueOf(FactRule rule, FactEvent one) => rule.Source switch
    {
        FactSource.Date => Text(Day(one)),
        FactSource.Place => (one.Sighting.Keys.BizLocation ?? one.Sighting.Keys.ReadPoint) is { } place ? List([place]) : null,
        FactSource.Field => Field(one.Captured, rule.Words),
        FactSource.Serial => (KeyEventFields.Text(one.Captured, rule.Words[0]) is { } serial && one.Sighting.Subjects.Count() == 1 ? serial : QualifiedGtin.TryRead(thing, out var key) && key.Serial.Length > 0 ? key.Serial : null) is { } text ? Text(text) : null,
        FactSource.Sensor => Measured(one.Captured, rule.Words),
        FactSource.Constant => Text(rule.Words[0]),
        FactSource.Parts => Inside(one.Sighting),
        FactSource.Whole => one.Sighting.Names(EventRoles.Parent).FirstOrDefault() is { } whole ? Text(whole) : null,
        FactSource.Inputs => Items(one.Sighting.Inputs),
        _ => Items(one.Sighting.Subjects),
    };

    private static FactValue Text(string text) => new(StatementValue.Of(text), null);

    private static FactValue? Field(JsonElement captured, IReadOnlyList<string> words) => Custody.CustodyNames.Find(captured, words[0]) switch
    {
        { ValueKind: JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array } stated => new FactValue(StatementValue.Of(stated), null),
        null when words.Count > 1 => Text(words[1]),
        _ => null,
    };

    // The vocabulary of the record writes units as UCUM; the table of facts names those of Rec 20.
    private static FactValue? Measured(JsonElement captured, IReadOnlyList<string> words) =>
        KeyEventFields.Measured(captured, words[0], words[1]).Select(value => (double?)value).FirstOrDefault() is { } number
            ? new FactValue(StatementValue.Of(Math.Round(number, 12)), words[1] switch { "AMH" => "Ah", "OHM" => "Ohm", "VLT" => "V", "KGM" => "kg", "P1" => "%", var other => other })
            : null;

    private FactValue? Inside(KeyEventSighting seen)
    {
        if (seen.Keys.Type is not ("AggregationEvent" or "AssociationEvent")) return null;
        var named = Batteries(seen.Names(EventRoles.Child)).ToArray();
        if (seen.Keys.Action == EventAction.Add) _inside.UnionWith(named);
        else if (named.Length == 0) _inside.Clear();
        else _inside.ExceptWith(named);
        return List(_inside);
    }

    private static FactValue? Items(IEnumerable<string> names) => Batteries(names).ToArray() is { Length: > 0 } items ? List(items) : null;

    // Lots of material are no batteries.
    private static IEnumerable<string> Batteries(IEnumerable<string> names) => names.Where(name => ThingId.TryParse(name, out var id) && id.Granularity == Granularity.Item);

    private static FactValue List(IEnumerable<string> names) => new(StatementValue.Of(JsonSerializer.SerializeToElement(names.Order(StringComparer.Ordinal).ToArray())), null);

    private static string Day(FactEvent one)
    {
        var offset = one.Captured.TryGetProperty("eventTimeZoneOffset", out var stated) && stated.GetString() is { Length: 6 } text
            && TimeSpan.TryParseExact(text[1..], "hh\\:mm", CultureInfo.InvariantCulture, out var span) ? (text[0] == '-' ? -span : span) : TimeSpan.Zero;
        return one.Sighting.Keys.EventTime.ToOffset(offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private sealed record FactValue(StatementValue Value, string? Unit);
}
