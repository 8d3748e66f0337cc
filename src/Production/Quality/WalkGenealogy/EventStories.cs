using System.Globalization;
using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Quality.WalkGenealogy;

/// <summary>Takes out of one event what it tells about things that are followed (EPCIS 2.0, with <c>voltloop:parts</c>, shift and crew).</summary>
/// <param name="stories">Things that are followed.</param>
internal sealed class EventStories(IReadOnlyDictionary<string, ThingStory> stories)
{
    private static readonly EventKeyReader Keys = new(EventNamespaces.Official);
    private static readonly string[] Ends = ["collecting", "disassembling", "destroying", "decommissioning", "returned", "destroyed", "recycled", "non_sellable_other"];

    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);

    /// <summary>Takes an event in.</summary>
    public void Take(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        var captured = json.RootElement;
        var visit = VisitOf(captured, recorded.EventTime);
        switch (Text(captured, "type"))
        {
            case "TransformationEvent": Made(captured, visit); break;
            case "AggregationEvent" or "AssociationEvent": Joined(captured, visit); break;
            default: Seen(captured, visit); break;
        }
    }

    private void Made(JsonElement captured, MachineVisit? visit)
    {
        var inputs = Names(captured, "inputEPCList", "inputQuantityList").ToArray();
        var parts = Parts(captured);
        foreach (var output in Names(captured, "outputEPCList", "outputQuantityList"))
        {
            if (!stories.TryGetValue(output, out var story)) continue;
            if (visit is not null) story.Visits.Add(visit);
            foreach (var input in inputs) if (input != output) story.Origins.Add(parts.FirstOrDefault(part => part.Of.Name == input && (part.Into is null || part.Into == output)).Of is { Name: not null } part ? part : new ThingOrigin(input));
        }
    }

    private void Joined(JsonElement captured, MachineVisit? visit)
    {
        if (Text(captured, "parentID") is not { } named || !stories.TryGetValue(Canonical(named), out var story)) return;
        Life(captured, story, visit);
        if (Text(captured, "action") != "ADD") return;
        if (visit is not null) story.Visits.Add(visit);
        foreach (var child in Names(captured, "childEPCs", "childQuantityList")) story.Origins.Add(new ThingOrigin(child));
    }

    private void Seen(JsonElement captured, MachineVisit? visit)
    {
        foreach (var name in Names(captured, "epcList", "quantityList"))
        {
            if (!stories.TryGetValue(name, out var story)) continue;
            Life(captured, story, visit);
            if (visit is not null) story.Visits.Add(visit);
        }
    }

    private static void Life(JsonElement captured, ThingStory story, MachineVisit? visit)
    {
        var (step, state, at) = (Word(captured, "bizStep"), Word(captured, "disposition"), visit?.At ?? DateTimeOffset.MinValue);
        if (step == "shipping" && (story.ShippedAt is null || at < story.ShippedAt)) story.ShippedAt = at;
        if (Ends.Contains(step) || Ends.Contains(state)) story.ReturnedAt = at;
        foreach (var to in List(captured, "destinationList")) if (Text(to, "type")?.EndsWith("owning_party", StringComparison.Ordinal) == true) story.Holder = Text(to, "destination");
    }

    private MachineVisit? VisitOf(JsonElement captured, DateTimeOffset at) =>
        captured.TryGetProperty("readPoint", out var place) && Text(place, "id") is { } machine
            ? new MachineVisit(Canonical(machine), at) { Shift = Text(captured, "voltloop:operatorShift"), Crew = Text(captured, "voltloop:crew"), Run = RunOf(captured) } : null;

    private static List<(double, double, DateTimeOffset, DateTimeOffset)> RunOf(JsonElement captured)
    {
        var run = new List<(double, double, DateTimeOffset, DateTimeOffset)>();
        foreach (var element in List(captured, "sensorElementList"))
        {
            if (run.Count == 0 && element.TryGetProperty("sensorMetadata", out var first) && Number(first, "voltloop:fromMetre") is null) return run;
            if (!element.TryGetProperty("sensorMetadata", out var about) || Number(about, "voltloop:fromMetre") is not { } from || Number(about, "voltloop:toMetre") is not { } to) continue;
            if (Moment(about, "startTime") is { } start && Moment(about, "endTime") is { } end) run.Add((from, to, start, end));
        }

        return run;
    }

    private List<(ThingOrigin Of, string? Into)> Parts(JsonElement captured)
    {
        var parts = new List<(ThingOrigin, string?)>();
        foreach (var part in List(captured, "voltloop:parts"))
        {
            if (Text(part, "id") is not { } id) continue;
            var metres = Number(part, "fromMetre") is { } from && Number(part, "toMetre") is { } to ? (from, to) : ((double, double)?)null;
            parts.Add((new ThingOrigin(Canonical(id)) { Metres = metres, Lane = (int)(Number(part, "lane") ?? 0) }, Text(part, "into") is { } into ? Canonical(into) : null));
        }

        return parts;
    }

    private IEnumerable<string> Names(JsonElement captured, string single, string classes)
    {
        foreach (var one in List(captured, single)) if (one.GetString() is { } name) yield return Canonical(name);
        foreach (var one in List(captured, classes)) if (Text(one, "epcClass") is { } name) yield return Canonical(name);
    }

    // The same names come again and again.
    private string Canonical(string name)
    {
        if (stories.ContainsKey(name)) return name;
        return _canonical.TryGetValue(name, out var known) ? known : _canonical[name] = Keys.Canonical(name);
    }

    private static JsonElement[] List(JsonElement of, string name) => of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static string? Word(JsonElement of, string name) => Text(of, name) is { } text ? text[(text.LastIndexOfAny(['-', ':', '/']) + 1)..] : null;

    private static string? Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static double? Number(JsonElement of, string name) => of.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : null;

    private static DateTimeOffset? Moment(JsonElement of, string name) => DateTimeOffset.TryParse(Text(of, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
