using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>The sample from mine to mine, and checks over it without a record.</summary>
internal static class KeyEventSample
{
    public static readonly KeyEventVocabulary Vocabulary = KeyEventTables.Load();

    private static readonly EventNamespaces Names = EventNamespaces.Of(JsonSerializer.Deserialize<JsonElement>("""{"voltloop":"urn:voltloop:vocab:"}"""));

    /// <summary>Events of the sample, each time anew.</summary>
    public static List<JsonObject> Events()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "samples", "events", "mine-to-mine.jsonld"))) folder = folder.Parent;
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(folder!.FullName, "samples", "events", "mine-to-mine.jsonld")))!;
        return [.. document["epcisBody"]!["eventList"]!.AsArray().Select(one => one!.DeepClone().AsObject())];
    }

    /// <summary>All rules that events do not keep, seen together.</summary>
    public static IReadOnlyList<KeyEventFinding> Check(IEnumerable<JsonObject> events) => Check(events, _ => true);

    /// <summary>The same, of which only some events are looked at; the others are known.</summary>
    public static IReadOnlyList<KeyEventFinding> Check(IEnumerable<JsonObject> events, Func<JsonObject, bool> look)
    {
        var history = new KeyEventHistory();
        var seen = events.Select(one => (Node: one, Json: JsonSerializer.SerializeToElement(one))).Select(one => (one.Node, one.Json, Sighting: Sight(one.Json))).ToList();
        foreach (var (_, _, sighting) in seen) history.Learn(sighting!.Happenings("e"));
        var check = new KeyEventCheck(Vocabulary, history);
        return [.. seen.Where(one => look(one.Node)).SelectMany(one => check.Findings(one.Sighting!, one.Json))];
    }

    /// <summary>The key event that an event says.</summary>
    public static KeyEventSighting? Sight(JsonElement captured) =>
        KeyEventSighting.Of(Vocabulary, captured, new EventKeyReader(Names).Read(captured, EventHash.Of(captured, Names, EventHashRules.Cbv20)));

    /// <summary>What an event calls itself.</summary>
    public static string Code(JsonObject captured) => captured["voltloop:keyEvent"]!.GetValue<string>();
}
