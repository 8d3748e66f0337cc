using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Tracing.TraceLineage;
using Voltloop.Web.Formatting;

namespace Voltloop.Tracing.PlanRecall;

/// <summary>Finds what a cause affects, and where it is now.</summary>
internal sealed class RecallPlanner(LineageReader lineage, IEventReader events, IRecordReader record)
{
    private const int MaxEvents = 10_000;
    private const int LatestEvents = 20;
    private static readonly EventKeyReader Keys = new(EventNamespaces.Official);

    /// <summary>The recall list of a cause.</summary>
    /// <exception cref="ProblemException">The cause says nothing, or no event knows it.</exception>
    public async Task<RecallList> PlanAsync(RecallRequest request, CancellationToken cancellation)
    {
        request.Check();
        var cause = await CauseAsync(request, cancellation);
        var answer = await lineage.ReadAsync(new LineageQuestion(cause, Down: true) { Stretch = request.Stretch(), Nodes = RecallRequest.MaxAffected }, cancellation);
        var items = new List<RecallItem>();
        foreach (var node in Outermost(answer)) items.Add(await ItemAsync(node, cancellation));
        return new RecallList(answer.Start, items, answer.Nodes.Count, answer.IsCut);
    }

    // What still is in, or became, another affected thing is found there. Transformations in between are no things.
    private static IEnumerable<LineageNode> Outermost(LineageAnswer answer) => answer.Nodes.Where(node => !node.IsPart && EventHash.TryParse(node.Id) is null);

    private async Task<IReadOnlyList<string>> CauseAsync(RecallRequest request, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Machine)) return request.Names();
        var scan = new EventScan { ReadPoints = [Keys.Canonical(request.Machine)], From = request.From!.Value, To = request.Before!.Value, Limit = MaxEvents };
        var page = await events.ScanAsync(scan, cancellation);
        if (page.Next is not null) throw new ProblemException(CommonProblems.LimitExceeded, $"The machine has more than {MaxEvents} events in that time.", "before", "Ask for a shorter time.");
        var made = page.Items.SelectMany(Made).Concat(request.Names()).Distinct(StringComparer.Ordinal).ToList();
        return made.Count > 0 ? made : throw new ProblemException(CommonProblems.NotFound, "The machine has no event in that time.", "machine");
    }

    // What came out of the machine; of events that join nothing, what they are about.
    private static IEnumerable<string> Made(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        var names = Keys.Read(json.RootElement, recorded.Hash).Names;
        const EventRoles Out = EventRoles.Output | EventRoles.OutputClass | EventRoles.Parent | EventRoles.Epc | EventRoles.Class;
        return [.. names.Where(name => (name.Roles & Out) != EventRoles.None).Select(name => name.Name)];
    }

    private async Task<RecallItem> ItemAsync(LineageNode node, CancellationToken cancellation)
    {
        var thing = ThingId.TryParse(node.Id, out var id) ? await record.FindThingAsync(id, cancellation) : null;
        var item = new RecallItem(node.Id, thing?.Label, thing?.Kind.ToString().ToLowerInvariant(), node.Steps) { Passport = thing is null ? null : ThingLinks.Page(thing.Id) };
        var scan = new EventScan { Names = [new EventNames([node.Id], EventRoles.Objects)], Limit = LatestEvents };
        return (await events.ScanAsync(scan, cancellation)).Items.Aggregate(item, Seen);
    }

    // Latest first: what is known already stays.
    private static RecallItem Seen(RecallItem item, RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        var keys = Keys.Read(json.RootElement, recorded.Hash);
        return item with
        {
            LastSeen = item.LastSeen ?? recorded.EventTime,
            Location = item.Location ?? keys.BizLocation ?? keys.ReadPoint,
            BizStep = item.BizStep ?? Word(keys.BizStep),
            Disposition = item.Disposition ?? Word(keys.Disposition),
            Holder = item.Holder ?? Owner(json.RootElement),
        };
    }

    private static string? Word(string? uri) => uri is null ? null : uri[(uri.LastIndexOf('-') + 1)..];

    private static string? Owner(JsonElement captured)
    {
        if (!captured.TryGetProperty("destinationList", out var list) || list.ValueKind != JsonValueKind.Array) return null;
        foreach (var to in list.EnumerateArray())
        {
            if (to.TryGetProperty("type", out var type) && type.GetString() is { } kind && kind.EndsWith("owning_party", StringComparison.Ordinal) && to.TryGetProperty("destination", out var who)) return who.GetString();
        }

        return null;
    }
}
