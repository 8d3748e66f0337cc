using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Tracing.Model.Genealogy;
using Voltloop.Tracing.TraceLineage;
using Voltloop.Web.Formatting;

namespace Voltloop.Tracing.PlanRecall;

/// <summary>Finds what a cause affects, and where it is now.</summary>
internal sealed class RecallPlanner(LineageReader lineage, IEventReader events, IRecordReader record, SortNames names)
{
    private const int MaxEvents = 10_000;
    private const int LatestEvents = 20;
    private const int MaxSorts = 40;
    private static readonly EventKeyReader Keys = new(EventNamespaces.Official);

    /// <summary>The recall list of a cause.</summary>
    /// <exception cref="ProblemException">The cause says nothing, or no event knows it.</exception>
    public async Task<RecallList> PlanAsync(RecallRequest request, CancellationToken cancellation)
    {
        request.Check();
        var causes = await CausesAsync(request, cancellation);
        var affected = new Dictionary<string, LineageNode>(StringComparer.Ordinal);
        var isCut = false;
        // Each stretch is walked on its own: the metres of one coil say nothing about another.
        foreach (var cause in causes.GroupBy(cause => cause.Stretch))
        {
            var answer = await lineage.ReadAsync(new LineageQuestion([.. cause.Select(one => one.Id)], Down: true) { Stretch = cause.Key, Nodes = RecallRequest.MaxAffected }, cancellation);
            foreach (var node in answer.Nodes) affected.TryAdd(node.Id, node);
            isCut |= answer.IsCut;
        }

        var items = new List<RecallItem>();
        foreach (var node in Outermost(affected.Values)) items.Add(await ItemAsync(node, cancellation));
        return new RecallList(causes, items, affected.Count, isCut) { Sorts = await SortsAsync(affected.Values, cancellation) };
    }

    // What still is in, or became, another affected thing is found there. Transformations in between are no things.
    private static IEnumerable<LineageNode> Outermost(IEnumerable<LineageNode> nodes) => nodes.Where(node => !node.IsPart && EventHash.TryParse(node.Id) is null);

    private async Task<IReadOnlyList<RecallSort>> SortsAsync(IEnumerable<LineageNode> nodes, CancellationToken cancellation)
    {
        var sorts = new List<RecallSort>();
        foreach (var sort in nodes.Where(node => EventHash.TryParse(node.Id) is null).GroupBy(node => LineageDiagram.SortOf(node.Id), StringComparer.Ordinal).OrderBy(sort => sort.Min(node => node.Steps)).Take(MaxSorts))
        {
            sorts.Add(new RecallSort(await names.OfAsync(sort.First().Id, cancellation), sort.Count()));
        }

        return sorts;
    }

    private async Task<IReadOnlyList<RecallCause>> CausesAsync(RecallRequest request, CancellationToken cancellation)
    {
        RecallCause[] named = [.. request.Names().Select(name => new RecallCause(name, request.Stretch()))];
        if (string.IsNullOrWhiteSpace(request.Machine)) return named;
        var (from, before) = (request.From!.Value, request.Before!.Value);
        var scan = new EventScan { ReadPoints = [Keys.Canonical(request.Machine)], From = from, To = before + MachineWork.LongestRun, Limit = MaxEvents };
        var page = await events.ScanAsync(scan, cancellation);
        if (page.Next is not null) throw new ProblemException(CommonProblems.LimitExceeded, $"The machine has more than {MaxEvents} events in that time.", "before", "Ask for a shorter time.");
        RecallCause[] causes = [.. page.Items.SelectMany(recorded => Worked(recorded, (from, before))).Concat(named).Distinct()];
        return causes.Length > 0 ? causes : throw new ProblemException(CommonProblems.NotFound, "The machine has no event in that time.", "machine");
    }

    private static IEnumerable<RecallCause> Worked(RecordedEvent recorded, (DateTimeOffset From, DateTimeOffset Before) time)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        var (worked, stretch) = MachineWork.Within(json.RootElement, time.From, time.Before);
        return worked ? [.. Made(recorded).Select(name => new RecallCause(name, stretch))] : [];
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
        item = (await events.ScanAsync(scan, cancellation)).Items.Aggregate(item, Seen);
        return item with
        {
            Kind = item.Kind ?? await names.OfAsync(node.Id, cancellation),
            LocationName = await LabelAsync(item.Location, cancellation),
            HolderName = await LabelAsync(item.Holder ?? item.Location, cancellation),
        };
    }

    private async Task<string?> LabelAsync(string? name, CancellationToken cancellation) =>
        ThingId.TryParse(name, out var id) ? (await record.FindThingAsync(id, cancellation))?.Label : null;

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
