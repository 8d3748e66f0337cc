using System.Collections.Concurrent;

namespace Voltloop.Record.Events;

/// <summary>
/// What events are about, kept in two generations: when the younger is full, the older is dropped. An event never changes, so
/// nothing here can be out of date; who may see it is decided anew each time.
/// </summary>
internal sealed class EventSubjects
{
    private const int PerGeneration = 50_000;

    private volatile ConcurrentDictionary<long, EventSubject> _young = new();
    private volatile ConcurrentDictionary<long, EventSubject> _old = new();

    /// <summary>What is kept of an event; <c>null</c> for nothing.</summary>
    public EventSubject? Find(long number) => _young.GetValueOrDefault(number) ?? _old.GetValueOrDefault(number);

    /// <summary>Keeps what an event is about.</summary>
    public EventSubject Keep(long number, EventSubject subject)
    {
        if (_young.Count >= PerGeneration) (_old, _young) = (_young, new());
        return _young[number] = subject;
    }
}
