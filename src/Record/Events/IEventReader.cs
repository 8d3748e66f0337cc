using Voltloop.Record.Ports;

namespace Voltloop.Record.Events;

/// <summary>All reads of events. A read sees every capture that was acknowledged before it began.</summary>
public interface IEventReader
{
    /// <summary>Events by what is in their keys.</summary>
    ValueTask<EventPage> ScanAsync(EventScan scan, CancellationToken cancellation = default);

    /// <summary>The event of a number, or <c>null</c>.</summary>
    ValueTask<RecordedEvent?> FindAsync(long number, CancellationToken cancellation = default);

    /// <summary>Events of an identifier: of the author, or a content hash. Error declarations share that of their event; the latest recorded comes first.</summary>
    ValueTask<IReadOnlyList<RecordedEvent>> FindAsync(string id, CancellationToken cancellation = default);

    /// <summary>Names that stand in certain fields, in alphabetical order.</summary>
    /// <param name="roles">The fields.</param>
    /// <param name="after">Goes on behind this name; <c>null</c> to begin.</param>
    /// <param name="limit">Most names.</param>
    /// <param name="cancellation">Stops the read.</param>
    ValueTask<Page<string>> ListNamesAsync(EventRoles roles, string? after, int limit, CancellationToken cancellation = default);

    /// <summary>Number of the newest event; 0 when there is none.</summary>
    ValueTask<long> NewestAsync(CancellationToken cancellation = default);
}
