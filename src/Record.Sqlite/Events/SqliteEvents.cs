using Voltloop.Record.Events;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Events;

/// <summary>Events over the pool of readers.</summary>
internal sealed class SqliteEvents(ReaderPool pool) : IEventReader, IEventLedger
{
    private const int MaxNames = 1000;

    public ValueTask<EventPage> ScanAsync(EventScan scan, CancellationToken cancellation = default) =>
        new(pool.ReadSnapshot(database => new EventScanner(database, scan, cancellation).Read()));

    public ValueTask<RecordedEvent?> FindAsync(long number, CancellationToken cancellation = default) => new(pool.Read(database => EventReads.Find(database, number)));

    public ValueTask<IReadOnlyList<RecordedEvent>> FindAsync(string id, CancellationToken cancellation = default) =>
        new(pool.Read(database => EventReads.Find(database, id)));

    public ValueTask<Page<string>> ListNamesAsync(EventRoles roles, string? after, int limit, CancellationToken cancellation = default)
    {
        Reading.Pages.CheckLimit(limit, MaxNames);
        return new(pool.Read(database => Names(database, roles, (after, limit))));
    }

    public ValueTask<long> NewestAsync(CancellationToken cancellation = default) => new(pool.Read(database => database.Integer("SELECT coalesce(max(number), 0) FROM event")));

    public IReadOnlyList<long> Known(IReadOnlyList<EventEntry> entries) =>
        pool.Read(database => entries.Select(entry => EventReads.NumberOf(database, entry)).ToList());

    public IReadOnlyList<long> SharingId(IReadOnlyList<EventEntry> entries) =>
        pool.Read(database => entries.Select(entry => EventReads.SharingId(database, entry)).ToList());

    public CaptureJob? FindJob(string id) => pool.Read(database => EventReads.Job(database, id));

    public IReadOnlyList<CaptureJob> Jobs(string? issuer, string? before, int limit) => pool.Read(database => EventReads.JobsOf(database, issuer, before, limit));

    private static Page<string> Names(Database database, EventRoles roles, (string? After, int Limit) page)
    {
        using var row = database.Get("SELECT name FROM event_name WHERE kinds & ?1 <> 0 AND name > ?2 ORDER BY name LIMIT ?3")
            .Bind(1, (long)roles).Bind(2, page.After ?? "").Bind(3, page.Limit + 1);
        var names = new List<string>();
        while (row.Step()) names.Add(row.Text(0));
        return Reading.Pages.Of(names, page.Limit, name => name);
    }
}
