using System.Collections.Concurrent;
using Voltloop.Core.Identities;

namespace Voltloop.Record.Ports;

/// <summary>
/// A bounded memory of what was read of things, good as long as their version is the same. Two generations: when the younger is
/// full, the older is dropped, so that what is asked for often stays without a list of uses.
/// </summary>
/// <typeparam name="T">What is kept.</typeparam>
/// <param name="most">Most weight of one generation.</param>
internal sealed class Generations<T>(int most)
{
    private readonly Lock _turn = new();
    private ConcurrentDictionary<ThingId, (long Version, T Value)> _young = new();
    private ConcurrentDictionary<ThingId, (long Version, T Value)> _old = new();
    private int _weight;

    /// <summary>What is kept of a thing at this version.</summary>
    public bool TryGet(ThingId id, long version, out T value)
    {
        if (_young.TryGetValue(id, out var kept) && kept.Version == version)
        {
            value = kept.Value;
            return true;
        }

        var found = _old.TryGetValue(id, out kept) && kept.Version == version;
        value = kept.Value;
        return found;
    }

    /// <summary>Keeps what was read at a version that was taken before the read.</summary>
    public T Keep(ThingId id, long version, (T Value, int Weight) read)
    {
        var isNew = _young.TryAdd(id, (version, read.Value));
        if (!isNew) _young[id] = (version, read.Value);
        if (isNew && Interlocked.Add(ref _weight, read.Weight) > most) Turn();
        return read.Value;
    }

    private void Turn()
    {
        lock (_turn)
        {
            if (_weight <= most) return;
            (_old, _young, _weight) = (_young, new(), 0);
        }
    }
}
