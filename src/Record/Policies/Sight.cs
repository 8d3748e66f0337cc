using Voltloop.Core.Identities;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Policies;

/// <summary>How far the actor at work sees. What only is hidden from it must not be called missing.</summary>
/// <param name="access">The decision point and what it needs.</param>
/// <param name="actors">Who is asking.</param>
/// <param name="clock">Moment of asking.</param>
public sealed class Sight(RecordAccess access, IActorSource actors, TimeProvider clock)
{
    /// <summary>Who is asking.</summary>
    public Actor Actor => actors.Current.Actor;

    /// <summary>True when nothing is hidden from the actor.</summary>
    public bool IsWhole => Actor.IsKeeper;

    /// <summary>True when the actor looks with its own eyes for the operator who runs the store.</summary>
    public bool IsOfHouse => Actor.ViewsAs is null && (IsWhole || Actor.Operator == access.Policy.Keeper);

    /// <summary>The terms among these that the actor may not read of a thing, whether they are stated or not.</summary>
    public async ValueTask<IReadOnlySet<string>> HiddenAsync(ThingId thing, IEnumerable<string> terms, CancellationToken cancellation = default)
    {
        if (IsWhole) return new HashSet<string>(StringComparer.Ordinal);
        var subject = await access.Register.SubjectAsync(thing, cancellation);
        var all = terms.ToHashSet(StringComparer.Ordinal);
        all.ExceptWith(access.Policy.Readable(Actor, subject, all, clock.GetUtcNow()));
        return all;
    }

    /// <summary>The things that the operator of the actor answers for.</summary>
    /// <param name="record">The record as the actor may see it.</param>
    public Task<OwnThings> OwnAsync(IRecordReader record, CancellationToken cancellation = default) =>
        OwnThings.ReadAsync(record, Actor.ViewsAs is null ? Actor.Operator : null, access.Policy.Keeper, cancellation);
}
