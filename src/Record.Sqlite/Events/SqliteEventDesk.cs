using Voltloop.Record.Events;
using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Access;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Events;

/// <summary>Named queries, subscriptions and projections, over the connection that accounts have too.</summary>
internal sealed class SqliteEventDesk(AccessConnection connection) : IEventDesk
{
    private const string Columns = "id, query, owner, body, created_at, watermark, pending, last_run_at, failures, next_at, last_error";

    public IReadOnlyList<StoredQuery> Queries() => connection.Use(database =>
    {
        using var row = database.Get("SELECT name, owner, body, created_at FROM event_query ORDER BY name");
        var queries = new List<StoredQuery>();
        while (row.Step()) queries.Add(new StoredQuery(row.Text(0), row.Text(1), row.Text(2), RecordTime.FromMicroseconds(row.Integer(3))));
        return (IReadOnlyList<StoredQuery>)queries;
    });

    public bool TryAdd(StoredQuery query)
    {
        var isNew = false;
        connection.Change(database =>
        {
            using var row = database.Get("INSERT INTO event_query (name, owner, body, created_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING RETURNING 1")
                .Bind(1, query.Name).Bind(2, query.Owner).Bind(3, query.Body).Bind(4, RecordTime.ToMicroseconds(query.CreatedAt));
            isNew = row.Step();
        });
        return isNew;
    }

    public void DeleteQuery(string name) => connection.Change(database =>
    {
        database.Get("DELETE FROM event_subscription WHERE query = ?1").Bind(1, name).Run();
        database.Get("DELETE FROM event_query WHERE name = ?1").Bind(1, name).Run();
    });

    public IReadOnlyList<StoredSubscription> Subscriptions() => connection.Use(database =>
    {
        using var row = database.Get($"SELECT {Columns} FROM event_subscription ORDER BY created_at, id");
        var found = new List<StoredSubscription>();
        while (row.Step()) found.Add(Read(row));
        return (IReadOnlyList<StoredSubscription>)found;
    });

    public void Save(StoredSubscription subscription) => connection.Change(database => Write(
        database.Get($"INSERT OR REPLACE INTO event_subscription ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
            .Bind(2, subscription.Query).Bind(3, subscription.Owner).Bind(4, subscription.Body).Bind(5, RecordTime.ToMicroseconds(subscription.CreatedAt)),
        subscription));

    public void Advance(StoredSubscription subscription) => connection.Change(database => Write(
        database.Get("UPDATE event_subscription SET watermark = ?6, pending = ?7, last_run_at = ?8, failures = ?9, next_at = ?10, last_error = ?11 WHERE id = ?1"),
        subscription));

    public void DeleteSubscription(string id) => connection.Change(database => database.Get("DELETE FROM event_subscription WHERE id = ?1").Bind(1, id).Run());

    public long Watermark(string projection) => connection.Use(database =>
    {
        using var row = database.Get("SELECT watermark FROM event_projection WHERE name = ?1").Bind(1, projection);
        return row.Step() ? row.Integer(0) : 0;
    });

    public void SaveWatermark(string projection, long number) => connection.Change(database =>
        database.Get("INSERT OR REPLACE INTO event_projection (name, watermark) VALUES (?1, ?2)").Bind(1, projection).Bind(2, number).Run());

    public void Keep(string projection, IReadOnlyList<EventExtract> extracts, long number) => connection.Change(database =>
    {
        foreach (var extract in extracts)
        {
            database.Get("INSERT OR REPLACE INTO event_extract (projection, number, body) VALUES (?1, ?2, ?3)").Bind(1, projection).Bind(2, extract.Number).Bind(3, extract.Body).Run();
        }

        database.Get("INSERT INTO event_projection (name, watermark) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET watermark = max(watermark, excluded.watermark)")
            .Bind(1, projection).Bind(2, number).Run();
    });

    public IReadOnlyList<EventExtract> Extracts(string projection) => connection.Use(database =>
    {
        using var row = database.Get("SELECT number, body FROM event_extract WHERE projection = ?1 ORDER BY number").Bind(1, projection);
        var found = new List<EventExtract>();
        while (row.Step()) found.Add(new EventExtract(row.Integer(0), row.Blob(1).ToArray()));
        return (IReadOnlyList<EventExtract>)found;
    });

    public long LastBefore(DateTimeOffset moment) => connection.Use(database =>
    {
        using var row = database.Get("SELECT first - 1 FROM event_capture WHERE recorded_at >= ?1 ORDER BY recorded_at, seq LIMIT 1").Bind(1, RecordTime.ToMicroseconds(moment));
        return row.Step() ? row.Integer(0) : database.Integer("SELECT coalesce(max(number), 0) FROM event");
    });

    private static void Write(Query row, StoredSubscription subscription)
    {
        row.Bind(1, subscription.Id).Bind(6, subscription.Watermark).Bind(7, subscription.Pending).Bind(9, subscription.Failures)
            .Bind(10, RecordTime.ToMicroseconds(subscription.NextAt)).Bind(11, subscription.LastError);
        _ = subscription.LastRunAt is { } at ? row.Bind(8, RecordTime.ToMicroseconds(at)) : row.BindNull(8);
        row.Run();
    }

    private static StoredSubscription Read(Query row) => new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), RecordTime.FromMicroseconds(row.Integer(4)))
    {
        Watermark = row.Integer(5),
        Pending = row.Integer(6),
        LastRunAt = row.IsNull(7) ? null : RecordTime.FromMicroseconds(row.Integer(7)),
        Failures = (int)row.Integer(8),
        NextAt = RecordTime.FromMicroseconds(row.Integer(9)),
        LastError = row.TextOrNull(10),
    };
}
