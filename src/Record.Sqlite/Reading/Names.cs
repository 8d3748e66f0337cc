using System.Collections.Concurrent;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>Rows that never change once committed, remembered over all connections.</summary>
internal sealed class Names
{
    private const int MaxRemembered = 100_000;

    private readonly ConcurrentDictionary<long, string> _terms = new();
    private readonly ConcurrentDictionary<long, string> _units = new();
    private readonly ConcurrentDictionary<long, ThingId> _things = new();
    private readonly ConcurrentDictionary<long, Evidence> _evidence = new();
    private readonly ConcurrentDictionary<long, (string Issuer, DateTimeOffset RecordedAt)> _assertions = new();

    public string Term(Database database, long id) =>
        Remembered(_terms, id, database, static (d, i) => Name(d.Get("SELECT name FROM term WHERE id = ?1"), i));

    public string Unit(Database database, long id) =>
        Remembered(_units, id, database, static (d, i) => Name(d.Get("SELECT name FROM unit WHERE id = ?1"), i));

    public ThingId Thing(Database database, long id) =>
        Remembered(_things, id, database, static (d, i) => ThingId.Parse(Name(d.Get("SELECT uri FROM thing WHERE id = ?1"), i)));

    public Evidence Evidence(Database database, long id) => Remembered(_evidence, id, database, ReadEvidence);

    public (string Issuer, DateTimeOffset RecordedAt) Assertion(Database database, long seq) =>
        Remembered(_assertions, seq, database, ReadAssertion);

    private static T Remembered<T>(ConcurrentDictionary<long, T> known, long id, Database database, Func<Database, long, T> read)
    {
        if (known.TryGetValue(id, out var found))
        {
            return found;
        }

        if (known.Count >= MaxRemembered)
        {
            known.Clear();
        }

        return known[id] = read(database, id);
    }

    private static string Name(Query query, long id)
    {
        using (query.Bind(1, id))
        {
            query.Step();
            return query.Text(0);
        }
    }

    private static Evidence ReadEvidence(Database database, long id)
    {
        using var query = database.Get("SELECT method, reference, validity, inputs FROM evidence WHERE id = ?1").Bind(1, id);
        query.Step();
        var inputs = query.TextOrNull(3) is { } json ? JsonSerializer.Deserialize<string[]>(json) : null;
        return new Evidence(query.Text(0), query.TextOrNull(1), query.TextOrNull(2), inputs);
    }

    private static (string Issuer, DateTimeOffset RecordedAt) ReadAssertion(Database database, long seq)
    {
        using var query = database.Get("SELECT issuer.name, recorded_at FROM assertion JOIN issuer ON issuer.id = issuer_id WHERE seq = ?1");
        query.Bind(1, seq).Step();
        return (query.Text(0), RecordTime.FromMicroseconds(query.Integer(1)));
    }
}
