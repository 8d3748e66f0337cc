using Voltloop.Record.Policies;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Events;

/// <summary>Events as the actor at work may see them. What is forbidden is absent.</summary>
/// <param name="inner">The events, unfiltered.</param>
/// <param name="access">The decision point and what it needs.</param>
/// <param name="actors">Knows who is asking.</param>
/// <param name="clock">Moment of asking.</param>
public sealed class ActorEventReader(IEventReader inner, RecordAccess access, IActorSource actors, TimeProvider clock) : IEventReader
{
    private const int MaxLooked = 50;

    private EventSubjects _subjects = new();

    /// <summary>The same for another actor: work that runs later in the name of somebody.</summary>
    public IEventReader For(Actor actor) => new ActorEventReader(inner, access, new FixedActor(actor), clock);

    /// <summary>What the actor at work may see now, to be asked about many events.</summary>
    public EventGlance Glance() => new(inner, Visibility(), _subjects);

    /// <inheritdoc/>
    public async ValueTask<EventPage> ScanAsync(EventScan scan, CancellationToken cancellation = default)
    {
        var visible = Visibility();
        if (visible.SeesNothing) return new EventPage([], null);
        var page = await inner.ScanAsync(scan, cancellation);
        return visible.SeesAll ? page : page with { Items = await OnlyAsync(page.Items, visible, cancellation) };
    }

    /// <inheritdoc/>
    public async ValueTask<RecordedEvent?> FindAsync(long number, CancellationToken cancellation = default) =>
        await inner.FindAsync(number, cancellation) is { } found && await Visibility().MaySeeAsync(found, cancellation) ? found : null;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RecordedEvent>> FindAsync(string id, CancellationToken cancellation = default) =>
        await OnlyAsync(await inner.FindAsync(id, cancellation), Visibility(), cancellation);

    /// <inheritdoc/>
    public async ValueTask<Page<string>> ListNamesAsync(EventRoles roles, string? after, int limit, CancellationToken cancellation = default)
    {
        var visible = Visibility();
        if (visible.SeesNothing) return new Page<string>([], null);
        var page = await inner.ListNamesAsync(roles, after, limit, cancellation);
        return visible.SeesAll ? page : page with { Items = await OnlyAsync(page.Items, (roles, visible), cancellation) };
    }

    /// <inheritdoc/>
    public ValueTask<long> NewestAsync(CancellationToken cancellation = default) => inner.NewestAsync(cancellation);

    private EventVisibility Visibility() => new(access, actors.Current, clock.GetUtcNow());

    private static async ValueTask<IReadOnlyList<RecordedEvent>> OnlyAsync(IReadOnlyList<RecordedEvent> found, EventVisibility visible, CancellationToken cancellation)
    {
        var shown = new List<RecordedEvent>(found.Count);
        foreach (var recorded in found)
        {
            if (await visible.MaySeeAsync(recorded, cancellation)) shown.Add(recorded);
        }

        return shown;
    }

    // A name is shown when one of its latest events is.
    private async ValueTask<IReadOnlyList<string>> OnlyAsync(IReadOnlyList<string> names, (EventRoles Roles, EventVisibility Visible) at, CancellationToken cancellation)
    {
        var shown = new List<string>();
        foreach (var name in names)
        {
            var latest = await inner.ScanAsync(ScanOf(name, at.Roles), cancellation);
            if ((await OnlyAsync(latest.Items, at.Visible, cancellation)).Count > 0) shown.Add(name);
        }

        return shown;
    }

    private static EventScan ScanOf(string name, EventRoles roles) => new()
    {
        Limit = MaxLooked,
        Names = (roles & (EventRoles.Objects | EventRoles.Transaction | EventRoles.Source | EventRoles.Destination | EventRoles.Transformation)) != EventRoles.None ? [new EventNames([name], roles)] : [],
        BizSteps = roles == EventRoles.BizStep ? [name] : null,
        Dispositions = roles == EventRoles.Disposition ? [name] : null,
        ReadPoints = roles == EventRoles.ReadPoint ? [name] : null,
        BizLocations = roles == EventRoles.BizLocation ? [name] : null,
        Types = roles == EventRoles.Type ? [name] : null,
    };
}
