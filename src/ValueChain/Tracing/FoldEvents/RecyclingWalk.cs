using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>Walks between a battery and what was recovered from it, along the key events of recycling.</summary>
/// <param name="lookup">Knows key events.</param>
internal sealed class RecyclingWalk(KeyEventLookup lookup)
{
    /// <summary>Most steps from a battery to a material.</summary>
    public const int MaxDepth = 8;

    /// <summary>Most events of one walk.</summary>
    public const int MaxEvents = 2000;

    private const EventRoles Ins = EventRoles.Input | EventRoles.InputClass;
    private const EventRoles Outs = EventRoles.Output | EventRoles.OutputClass;

    private static readonly string[] Codes = ["shredding", "leaching", "recovery"];

    /// <summary>The steps that batteries or lots went through, with all that made the lots on the way, in the order of time.</summary>
    /// <param name="names">Where to begin.</param>
    /// <param name="events">The events.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public async Task<IReadOnlyList<FactEvent>> DownAsync(IReadOnlyList<string> names, IEventReader events, CancellationToken cancellation)
    {
        var found = new Dictionary<long, FactEvent>();
        var lots = new HashSet<string>(StringComparer.Ordinal);
        var next = names;
        for (var depth = 0; depth < MaxDepth && next.Count > 0 && found.Count < MaxEvents; depth++)
        {
            var steps = await StepsAsync(next, Ins, events, cancellation);
            foreach (var (number, step) in steps) found[number] = step;
            next = [.. steps.Values.SelectMany(step => step.Sighting.Names(Outs)).Where(lots.Add)];
        }

        // A lot may be made of others too, which thin out the share.
        foreach (var (number, step) in await StepsAsync([.. lots], Outs, events, cancellation)) found[number] = step;
        return [.. found.OrderBy(one => one.Value.Sighting.Keys.EventTime).ThenBy(one => one.Key).Select(one => one.Value)];
    }

    /// <summary>The single things that something stems from through recycling.</summary>
    /// <param name="names">Where to begin.</param>
    /// <param name="events">The events.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public async Task<IReadOnlyCollection<string>> UpAsync(IReadOnlyList<string> names, IEventReader events, CancellationToken cancellation)
    {
        var (things, seen) = (new HashSet<string>(StringComparer.Ordinal), names.ToHashSet(StringComparer.Ordinal));
        var next = names;
        for (var depth = 0; depth < MaxDepth && next.Count > 0 && seen.Count < MaxEvents; depth++)
        {
            var steps = await StepsAsync(next, Outs, events, cancellation);
            things.UnionWith(steps.Values.SelectMany(step => step.Sighting.Names(EventRoles.Input)));
            next = [.. steps.Values.SelectMany(step => step.Sighting.Names(EventRoles.InputClass)).Where(seen.Add)];
        }

        return things;
    }

    private async Task<Dictionary<long, FactEvent>> StepsAsync(IReadOnlyList<string> names, EventRoles roles, IEventReader events, CancellationToken cancellation)
    {
        var steps = new Dictionary<long, FactEvent>();
        foreach (var chunk in names.Chunk(EventScan.MaxFollowed))
        {
            var page = await events.ScanAsync(new EventScan { Names = [new EventNames(chunk, roles)], Types = ["TransformationEvent"], Limit = MaxEvents }, cancellation);
            var wrong = page.Items.Where(one => IsError(one)).Select(one => one.Hash).ToHashSet();
            foreach (var one in page.Items.Where(one => !wrong.Contains(one.Hash)))
            {
                var json = JsonSerializer.Deserialize<JsonElement>(one.Json);
                if (lookup.Sight(json, one) is { Form: not null } seen && Codes.Contains(seen.Kind.Code, StringComparer.Ordinal)) steps[one.Number] = new FactEvent(seen, json, one.Hash.ToString(), one.Issuer);
            }
        }

        return steps;
    }

    private static bool IsError(RecordedEvent recorded)
    {
        if (recorded.Json.AsSpan().IndexOf("errorDeclaration"u8) < 0) return false;
        using var json = JsonDocument.Parse(recorded.Json);
        return json.RootElement.TryGetProperty("errorDeclaration", out _);
    }
}
