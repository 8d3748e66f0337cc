using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Kernels.Robust;
using Voltloop.Quality.WalkGenealogy;
using Voltloop.Record.Events;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Quality.FindCause;

/// <summary>Reads from the record which units are bad in the field, the rest of their cohort, and how all of them were made.</summary>
/// <param name="record">Statements.</param>
/// <param name="events">Events.</param>
internal sealed class FieldReader(IRecordReader record, IEventReader events)
{
    private const int Fewest = 5;
    private const double Deviations = 5 * 1.4826;
    private const double Times = 1.5;

    /// <summary>The table of one model.</summary>
    /// <exception cref="ProblemException">No model has units that could be compared.</exception>
    public async Task<CauseTable> ReadAsync(CauseRequest request, CancellationToken cancellation)
    {
        var fades = await FadesAsync(cancellation);
        var (model, things) = request.Model is { } named ? await OfModelAsync(ThingId.Parse(named), cancellation) : await WorstAsync(fades, cancellation);
        string[] names = [.. things.Select(thing => thing.Id.Value)];
        var stories = await new GenealogyWalk(events).ReadAsync(names, cancellation);
        var limit = Limit([.. things.Where(thing => fades.ContainsKey(thing.Id)).Select(thing => fades[thing.Id])]);
        CauseUnit[] units = [.. things.Select(thing => Unit(thing, stories[thing.Id.Value]) with { IsBad = request.Bad == CauseRequest.Returned ? Returned(stories[thing.Id.Value]) : fades.TryGetValue(thing.Id, out var fade) ? fade > limit : null })];
        var label = (await record.FindThingAsync(model, cancellation))?.Label ?? model.Value;
        return new CauseTable(label, units, GenealogyTable.Of(names, stories))
        {
            IsRecord = true,
            Judged = request.Bad == CauseRequest.Returned ? "bad is what came back of what was shipped"
                : FormattableString.Invariant($"bad is a loss of capacity above {limit:0.000} % in 100 cycles: 1.5 times the median of the model and 5 scaled median absolute deviations above it"),
        };
    }

    private static CauseUnit Unit(Thing thing, ThingStory story) => new(thing.Id.Value, thing.Label, null) { IsInField = story.IsInField, Holder = story.Holder };

    private static bool? Returned(ThingStory story) => story.ShippedAt is null ? null : story.ReturnedAt is not null;

    private static double Limit(double[] fades)
    {
        if (fades.Length < Fewest) return double.PositiveInfinity;
        var median = Median.Of([.. fades]);
        return Math.Max(Times * median, median + (Deviations * Median.AbsoluteDeviation([.. fades], median)));
    }

    // Loss since it was new, % of the rated capacity in 100 cycles, from what is stated of state of health, capacity and cycles.
    private async Task<Dictionary<ThingId, double>> FadesAsync(CancellationToken cancellation)
    {
        var (health, cycles) = (await TermAsync("stateOfHealth", cancellation), await TermAsync("numberOfFullCycles", cancellation));
        var (remaining, initial) = (await TermAsync("remainingCapacity", cancellation), await TermAsync("currentRatedCapacity", cancellation));
        var fades = new Dictionary<ThingId, double>();
        foreach (var (id, percent) in health)
        {
            if (cycles.TryGetValue(id, out var count) && count > 0 && remaining.TryGetValue(id, out var left) && left > 0 && initial.TryGetValue(id, out var fresh)) fades[id] = percent * ((fresh / left) - 1) / count * 100;
        }

        return fades;
    }

    private async Task<Dictionary<ThingId, double>> TermAsync(string term, CancellationToken cancellation)
    {
        var found = new Dictionary<ThingId, double>();
        await foreach (var one in record.ReadTermAsync(term, AsOf.Latest, cancellation)) if (one.Statement.Value.AsNumber() is { } number) found[one.Statement.Thing] = number;
        return found;
    }

    private async Task<(ThingId Model, List<Thing> Things)> WorstAsync(Dictionary<ThingId, double> fades, CancellationToken cancellation)
    {
        var best = (Model: default(ThingId), Things: new List<Thing>(), Bad: -1);
        var query = new ThingQuery { Kinds = [ThingKind.Model], Limit = ThingQuery.MaxLimit };
        foreach (var model in (await record.ListThingsAsync(query, cancellation)).Items)
        {
            var (_, things) = await OfModelAsync(model.Id, cancellation);
            double[] own = [.. things.Where(thing => fades.ContainsKey(thing.Id)).Select(thing => fades[thing.Id])];
            if (things.Count is 0 or > GenealogyWalk.MaxUnits || !await HasEventsAsync(things[0], cancellation)) continue;
            // What is on the road comes before cells that a laboratory cycles.
            var bad = own.Count(fade => fade > Limit(own)) + (things[0].Kind is ThingKind.Pack or ThingKind.Battery ? GenealogyWalk.MaxUnits : 0);
            if (bad > best.Bad) best = (model.Id, things, bad);
        }

        return best.Bad >= 0 ? (best.Model, best.Things) : throw new ProblemException(CommonProblems.NotFound, "The record has no model whose units have events of how they were made.", "model", "Capture events, or send a table.");
    }

    private async Task<bool> HasEventsAsync(Thing thing, CancellationToken cancellation) =>
        (await events.ScanAsync(new EventScan { Names = [new EventNames([thing.Id.Value], EventRoles.Things)], Limit = 1 }, cancellation)).Items.Count > 0;

    private async Task<(ThingId Model, List<Thing> Things)> OfModelAsync(ThingId model, CancellationToken cancellation)
    {
        var (things, query) = (new List<Thing>(), new ThingQuery { Model = model, Limit = ThingQuery.MaxLimit });
        while (things.Count <= GenealogyWalk.MaxUnits)
        {
            var page = await record.ListThingsAsync(query, cancellation);
            things.AddRange(page.Items);
            if (page.Next is null) return (model, things);
            query = query with { Cursor = page.Next };
        }

        return (model, things);
    }
}
