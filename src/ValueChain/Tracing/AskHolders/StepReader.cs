using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Tracing.Model.Between;
using Voltloop.Web.Access;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Finds single steps in the own events. It reads as the keeper: whether anything is shown is decided before.</summary>
internal sealed class StepReader(ActorEventReader events, AccessSettings settings)
{
    /// <summary>Most events of one thing that are looked at.</summary>
    public const int MaxEvents = 500;

    /// <summary>Most things that one step leads to.</summary>
    public const int MaxNext = 200;

    private const int MaxCarriers = 10;
    private const int MaxNesting = 3;

    private readonly IEventReader _all = events.For(Actor.Keeper(settings.Keeper, "chain", "house"));

    /// <summary>The step from a thing.</summary>
    public async Task<ChainStep> ReadAsync(string thing, ChainDirection direction, CancellationToken cancellation)
    {
        // To the record a star or a question mark stands for other characters; here a name is a name.
        if (thing.AsSpan().IndexOfAny('*', '?') >= 0) return new ChainStep(thing, direction);
        var (found, isCut) = await ScanAsync(thing, EventRoles.Objects, cancellation);
        var step = new ChainStep(thing, direction) { Standing = Standing(found), Withdrawals = [.. found.Where(one => one.Withdrawal is not null)], IsCut = isCut };
        return await CarryAsync(await JoinAsync(step, cancellation), (step.Standing, thing, _ => true), 1, cancellation);
    }

    /// <summary>Whether any event names a party.</summary>
    public async Task<bool> IsPartyAsync(string name, CancellationToken cancellation) =>
        name.AsSpan().IndexOfAny('*', '?') < 0 && (await _all.ScanAsync(new EventScan { Names = [new EventNames([name], EventRoles.Source | EventRoles.Destination)], Limit = 1 }, cancellation)).Items.Count > 0;

    /// <summary>Things from which one is reached, nearest first, itself among them; empty when no event names it.</summary>
    /// <param name="first">The step from it.</param>
    /// <param name="steps">How far to look.</param>
    /// <param name="wasExchanged">Whether a thing went between the asker and this organisation.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<ReachedFrom>> ReachAsync(ChainStep first, int steps, Func<ChainStep, bool> wasExchanged, CancellationToken cancellation)
    {
        if (!first.IsKnown) return [];
        var back = first.Direction == ChainDirection.Up ? ChainDirection.Down : ChainDirection.Up;
        var found = new List<ReachedFrom> { new(first.Thing, 0, wasExchanged(first)) };
        var seen = new HashSet<string>([first.Thing], StringComparer.Ordinal);
        for (var (i, ahead) = (0, found); i < ahead.Count && ahead.Count < MaxEvents; i++)
        {
            if (ahead[i].Steps >= steps) break;
            foreach (var name in (await ReadAsync(ahead[i].Thing, back, cancellation)).Next.Where(seen.Add))
            {
                found.Add(new ReachedFrom(name, ahead[i].Steps + 1, wasExchanged(await ReadAsync(name, first.Direction, cancellation))));
            }
        }

        return found;
    }

    private async Task<ChainStep> JoinAsync(ChainStep step, CancellationToken cancellation)
    {
        var (joins, next) = (new List<StepEvent>(), new List<string>());
        foreach (var one in step.Standing)
        {
            var group = one.Names.Transformation is { } shared ? Standing((await ScanAsync(shared, EventRoles.Transformation, cancellation)).Found) : [one];
            var names = one.Next(step.Thing, step.Direction, group).ToList();
            if (names.Count > 0) joins.AddRange(group);
            next.AddRange(names);
        }

        string[] distinct = [.. next.Distinct(StringComparer.Ordinal)];
        return step with { Joins = [.. joins.DistinctBy(one => one.Recorded.Number)], Next = [.. distinct.Take(MaxNext)], IsCut = step.IsCut || distinct.Length > MaxNext };
    }

    // A box may stand on a pallet: what changes hands is the outermost thing.
    private async Task<ChainStep> CarryAsync(ChainStep step, (IReadOnlyList<StepEvent> Events, string Thing, Func<DateTimeOffset, bool> IsInside) of, int level, CancellationToken cancellation)
    {
        foreach (var carriage in Carriage.Of(of.Thing, of.Events).Take(MaxCarriers))
        {
            bool IsInside(DateTimeOffset at) => of.IsInside(at) && carriage.HoldsAt(at);
            var told = Standing((await ScanAsync(carriage.Carrier, EventRoles.Objects, cancellation)).Found);
            StepEvent[] moved = [.. told.Where(one => one.IsHandOver && IsInside(one.Names.At))];
            var outer = level == MaxNesting ? step with { Carried = [] } : await CarryAsync(step with { Carried = [], Packing = [] }, (told, carriage.Carrier, IsInside), level + 1, cancellation);
            if (moved.Length + outer.Carried.Count == 0) continue;
            step = step with { Carried = [.. step.Carried, .. moved, .. outer.Carried], Packing = [.. step.Packing, .. carriage.Told, .. level == MaxNesting ? [] : outer.Packing] };
        }

        return step;
    }

    private async Task<(List<StepEvent> Found, bool IsCut)> ScanAsync(string name, EventRoles roles, CancellationToken cancellation)
    {
        var page = await _all.ScanAsync(new EventScan { Names = [new EventNames([name], roles)], Limit = MaxEvents, Descending = false }, cancellation);
        return ([.. page.Items.Select(recorded => new StepEvent(recorded))], page.Next is not null);
    }

    // A declaration of an error has the hash of the event that it takes back.
    private static List<StepEvent> Standing(List<StepEvent> found)
    {
        var withdrawn = found.Where(one => one.Withdrawal is not null).Select(one => one.Recorded.Hash).ToHashSet();
        return [.. found.Where(one => !withdrawn.Contains(one.Recorded.Hash))];
    }
}
