using System.Collections.Concurrent;
using Voltloop.Record.Policies;
using Voltloop.Record.Replication;

namespace Voltloop.Web.Preservation;

/// <summary>What each back-up has confirmed. Kept in memory, and in the store often enough that a silent one is missed after a restart.</summary>
/// <param name="store">Keeps them.</param>
/// <param name="clock">Moment of a confirmation.</param>
public sealed class FollowerBook(IFollowers store, TimeProvider clock)
{
    /// <summary>Least time between two writes for one back-up.</summary>
    public static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (Follower Follower, DateTimeOffset KeptAt)> _seen = new(StringComparer.Ordinal);

    /// <summary>All back-ups, those of before the start too.</summary>
    public IReadOnlyList<Follower> List() =>
        [.. store.List().Select(kept => _seen.TryGetValue(kept.Name, out var seen) ? seen.Follower : kept)];

    /// <summary>A back-up asks for what follows a place: it holds everything before it.</summary>
    /// <returns>True when it has not been seen for a while.</returns>
    public bool Confirm(Actor actor, ChangeCursor has)
    {
        var follower = new Follower(actor.Name, actor.Operator?.Value ?? "", has.Assertions, clock.GetUtcNow());
        var isNew = !_seen.TryGetValue(actor.Name, out var last);
        var isDue = isNew || follower.ConfirmedAt - last.KeptAt > KeepEvery;
        if (isDue)
        {
            store.Save(follower);
        }

        _seen[actor.Name] = (follower, isDue ? follower.ConfirmedAt : last.KeptAt);
        return isNew || follower.ConfirmedAt - last.Follower.ConfirmedAt > TimeSpan.FromHours(1);
    }

    /// <summary>Forgets a back-up that will not come back.</summary>
    /// <returns>False when there is none of that name.</returns>
    public bool Forget(string name)
    {
        _seen.TryRemove(name, out _);
        return store.Forget(name);
    }
}
