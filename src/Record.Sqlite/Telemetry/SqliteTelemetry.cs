using Voltloop.Core.Identities;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Reading;
using Voltloop.Record.Telemetry;

namespace Voltloop.Record.Sqlite.Telemetry;

/// <summary>Reads receipts and states of telemetry.</summary>
internal sealed class SqliteTelemetry(ReaderPool readers) : ITelemetryStore
{
    private const int MostTracks = 1000;
    private const string Select = "SELECT thing.uri, newest, state, stated_up_to, stated_at FROM telemetry_track JOIN thing ON thing.id = thing_id ";

    public long? FindReceipt(ThingId thing, string source, string message) => readers.Read(database =>
    {
        using var row = database.Get("SELECT digest FROM telemetry_receipt WHERE thing_id = (SELECT id FROM thing WHERE uri = ?1) "
            + "AND source_id = (SELECT id FROM telemetry_source WHERE name = ?2) AND message = ?3").Bind(1, thing.Value).Bind(2, source).Bind(3, message);
        return row.Step() ? row.Integer(0) : (long?)null;
    });

    public TelemetryTrack? FindTrack(ThingId thing) => readers.Read(database =>
        Tracks(database.Get(Select + "WHERE thing_id = (SELECT id FROM thing WHERE uri = ?1)").Bind(1, thing.Value)).FirstOrDefault());

    public TelemetryMark? FindMark(ThingId thing, double at) => readers.Read(database =>
    {
        using var row = database.Get("SELECT at, state FROM telemetry_mark WHERE thing_id = (SELECT id FROM thing WHERE uri = ?1) AND at <= ?2 ORDER BY at DESC LIMIT 1")
            .Bind(1, thing.Value).Bind(2, at);
        return row.Step() ? new TelemetryMark(thing, row.Real(0), row.Text(1)) : null;
    });

    public Page<TelemetryTrack> List(string? cursor, int limit)
    {
        Pages.CheckLimit(limit, MostTracks);
        return readers.Read(database => Pages.Of(
            Tracks(database.Get(Select + "WHERE thing.uri > ?1 ORDER BY thing.uri LIMIT ?2").Bind(1, cursor ?? "").Bind(2, limit + 1)), limit, track => track.Thing.Value));
    }

    public IReadOnlyList<TelemetryTrack> Due(DateTimeOffset before, int limit) => readers.Read(database => Tracks(
        database.Get(Select + "WHERE (stated_up_to IS NULL OR stated_up_to < newest) AND (stated_at IS NULL OR stated_at <= ?1) ORDER BY coalesce(stated_at, 0) LIMIT ?2")
            .Bind(1, RecordTime.ToMicroseconds(before)).Bind(2, limit)));

    public long Count() => readers.Read(database => database.Integer("SELECT count(*) FROM telemetry_track"));

    private static List<TelemetryTrack> Tracks(Query row)
    {
        using var done = row;
        var found = new List<TelemetryTrack>();
        while (row.Step()) found.Add(Read(row));
        return found;
    }

    private static TelemetryTrack Read(Query row) => new(ThingId.Parse(row.Text(0)), row.Real(1), row.Text(2))
    {
        StatedUpTo = row.IsNull(3) ? null : row.Real(3), StatedAt = row.IsNull(4) ? null : RecordTime.FromMicroseconds(row.Integer(4)),
    };
}
