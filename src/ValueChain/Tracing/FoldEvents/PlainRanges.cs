using System.Collections.Concurrent;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>Events of which the capture knows that no facts follow, so that they are not read again to find that out.</summary>
internal sealed class PlainRanges
{
    private const int Most = 10_000;
    private const int Few = 100;

    private readonly ConcurrentDictionary<long, long> _lastByFirst = new();

    /// <summary>Remembers events, unless too many wait already.</summary>
    /// <param name="first">Number of the first.</param>
    /// <param name="count">How many.</param>
    public void Add(long first, int count)
    {
        if (count > 0 && _lastByFirst.Count < Most) _lastByFirst[first] = first + count - 1;
    }

    /// <summary>How far one may go from behind an event without missing any.</summary>
    public long From(long at)
    {
        while (_lastByFirst.TryRemove(at + 1, out var last)) at = last;
        // What was read before the capture could say so is of no use any more.
        if (_lastByFirst.Count > Few) foreach (var first in _lastByFirst.Keys.Where(first => first <= at)) _lastByFirst.TryRemove(first, out _);
        return at;
    }
}
