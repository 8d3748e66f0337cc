using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Writing;
using Voltloop.Record.Telemetry;

namespace Voltloop.Record.Sqlite.Telemetry;

/// <summary>Writes receipts and states of telemetry inside the open transaction.</summary>
internal sealed class TelemetryTable(Database database, ThingTable things)
{
    private readonly Dictionary<string, long> _sources = new(StringComparer.Ordinal);

    public void Write(TelemetryWrite write)
    {
        foreach (var receipt in write.Receipts) Add(receipt);
        if (double.IsFinite(write.ReceiptsFor)) DropReceipts(write);
        foreach (var track in write.Tracks) Keep(track);
        foreach (var mark in write.Marks) Keep(mark);
        foreach (var stated in write.Stated) Note(stated);
    }

    /// <summary>Drops what was remembered of rows, after a rollback.</summary>
    public void Forget() => _sources.Clear();

    private void Add(TelemetryReceipt receipt)
    {
        using var row = database.Get("INSERT INTO telemetry_receipt (thing_id, source_id, message, digest, newest) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING RETURNING 1")
            .Bind(1, Thing(receipt.Thing)).Bind(2, Source(receipt.Source)).Bind(3, receipt.Message).Bind(4, receipt.Digest);
        if (receipt.Newest is { } newest) row.Bind(5, newest);
        else row.BindNull(5);
        if (!row.Step()) throw new ProblemException(CommonProblems.Conflict, $"Message {receipt.Message} of {receipt.Source} was taken before.");
    }

    private void DropReceipts(TelemetryWrite write)
    {
        foreach (var (thing, source) in write.Receipts.Select(receipt => (receipt.Thing, receipt.Source)).Distinct())
        {
            database.Get("DELETE FROM telemetry_receipt WHERE thing_id = ?1 AND source_id = ?2 AND newest < (SELECT max(newest) FROM telemetry_receipt WHERE thing_id = ?1 AND source_id = ?2) - ?3")
                .Bind(1, Thing(thing)).Bind(2, Source(source)).Bind(3, write.ReceiptsFor).Run();
        }
    }

    private void Keep(TelemetryTrack track)
    {
        var thing = Thing(track.Thing);
        database.Get("INSERT INTO telemetry_track (thing_id, newest, state) VALUES (?1, ?2, ?3) ON CONFLICT (thing_id) DO UPDATE SET newest = ?2, state = ?3")
            .Bind(1, thing).Bind(2, track.Newest).Bind(3, track.State).Run();
        if (double.IsFinite(track.MarksFrom)) DropMarks(thing, track.MarksFrom);
    }

    // The newest mark before the moment stays: a battery that was silent for long still has one to go back to.
    private void DropMarks(long thing, double before) => database
        .Get("DELETE FROM telemetry_mark WHERE thing_id = ?1 AND at < (SELECT max(at) FROM telemetry_mark WHERE thing_id = ?1 AND at <= ?2)")
        .Bind(1, thing).Bind(2, before).Run();

    private void Keep(TelemetryMark mark) => database.Get("INSERT OR REPLACE INTO telemetry_mark (thing_id, at, state) VALUES (?1, ?2, ?3)")
        .Bind(1, Thing(mark.Thing)).Bind(2, mark.At).Bind(3, mark.State).Run();

    private void Note(TelemetryStated stated) => database.Get("UPDATE telemetry_track SET stated_up_to = ?2, stated_at = ?3 WHERE thing_id = ?1")
        .Bind(1, Thing(stated.Thing)).Bind(2, stated.UpTo).Bind(3, RecordTime.ToMicroseconds(stated.At)).Run();

    private long Thing(ThingId id) => things.IdOf(id);

    private long Source(string name)
    {
        if (_sources.TryGetValue(name, out var known)) return known;
        database.Get("INSERT OR IGNORE INTO telemetry_source (name) VALUES (?1)").Bind(1, name).Run();
        using var row = database.Get("SELECT id FROM telemetry_source WHERE name = ?1").Bind(1, name);
        row.Step();
        return _sources[name] = row.Integer(0);
    }
}
