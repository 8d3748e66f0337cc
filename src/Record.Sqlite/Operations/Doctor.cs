using System.Security.Cryptography;
using Voltloop.Core.Problems;
using Voltloop.Kernels.SeriesCoding;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Reading;

namespace Voltloop.Record.Sqlite.Operations;

/// <summary>Looks whether a store is sound: SQLite's own checks, then the content against its hashes.</summary>
internal sealed class Doctor(Database database, DoctorOptions options, CancellationToken cancellation, NodeKeys? keys = null)
{
    private const string OutOfStep =
        "SELECT seq, prev FROM (SELECT seq, lag(seq, 1, 0) OVER (ORDER BY seq) AS prev, recorded_at, "
        + "lag(recorded_at, 1, 0) OVER (ORDER BY seq) AS before FROM assertion) WHERE seq <> prev + 1 OR recorded_at < before";

    private const string Parts =
        "SELECT sha256, bytes FROM document LEFT JOIN document_part AS part ON document_id = document.id WHERE document.id = ?1 ORDER BY part.ordinal";

    private static readonly string[] Tables =
    [
        "alias", "assertion", "channel", "checkpoint", "chunk", "document", "document_part", "event", "event_name", "event_posting", "evidence",
        "issuer", "series", "signing_key", "statement", "term", "term_thing", "thing", "tile", "unit",
    ];

    private readonly List<string> _faults = [];
    private readonly Names _names = new();

    public DoctorReport Examine()
    {
        Guard("Structure", CheckStructure);
        var assertions = Each("assertion", "seq", CheckAssertion);
        Guard("Series", CheckSeries);
        var chunks = Each("chunk", "id", CheckChunk);
        var documents = Each("document", "id", CheckDocument);
        var log = new LogDoctor(database, keys, Report);
        Guard("Log", log.CheckTiles);
        Guard("Checkpoints", log.CheckCheckpoints);
        Each("assertion", "seq", log.CheckSignature);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        Guard("Counts", () => Array.ForEach(Tables, t => counts.Add(t, database.Integer($"SELECT count(*) FROM {t}"))));
        return new DoctorReport(
            database.Path, Schema.VersionOf(database), Database.Version, LengthOf(database.Path), LengthOf(database.Path + "-wal"),
            counts, assertions, chunks, documents, _faults);
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private void CheckStructure()
    {
        Rows("PRAGMA integrity_check(100)", row => Report(row.Text(0) is var text && text != "ok" ? text : null));
        Rows("PRAGMA foreign_key_check", row => Report($"Row {row.Integer(1)} of {row.Text(0)} refers to a missing row of {row.Text(2)}."));
        Rows(OutOfStep, row => Report($"Assertion {row.Integer(0)} follows {row.Integer(1)}: one is missing, or the clock went back."));
    }

    private void CheckSeries() => Rows(
        "SELECT uri, channel.name FROM series JOIN channel ON channel.series_id = series.id "
        + "WHERE samples <> (SELECT coalesce(sum(count), 0) FROM chunk WHERE chunk.series_id = series.id AND channel = ordinal) "
        + "OR stored_bytes <> (SELECT coalesce(sum(length(bytes)), 0) FROM chunk WHERE chunk.series_id = series.id)",
        row => Report($"Channel {row.Text(1)} of series {row.Text(0)} does not have the samples or bytes that the series counts."));

    private void CheckAssertion(long seq)
    {
        var (count, root, secret) = ReadAssertion(seq);
        if (count is < 1 or > WriteLimits.MaxStatements)
        {
            Report($"Assertion {seq} cannot have {count} statements.");
            return;
        }

        if (Sqlite.Events.EventDoctor.Check(database, (seq, count, root, secret), Report)) return;
        using var rows = database.Get(LogReads.OfAssertion).Bind(1, seq);
        var buffer = new CanonicalBuffer();
        var leaves = new byte[count * MerkleTree.HashBytes];
        var found = 0;
        for (; rows.Step(); found++)
        {
            if (found < count && rows.Integer(StatementRow.Ordinal) == found)
            {
                var leaf = leaves.AsSpan(found * MerkleTree.HashBytes, MerkleTree.HashBytes);
                StatementLeaf.Hash(StatementRow.Read(rows, database, _names).Statement, StatementLeaf.Salt(secret, found), buffer, leaf);
            }
        }

        var same = found == count && MerkleTree.Root(leaves).AsSpan().SequenceEqual(root);
        Report(same ? null : $"The statements of assertion {seq} are not those that were written.");
    }

    private (int Count, byte[] Root, byte[] Secret) ReadAssertion(long seq)
    {
        using var row = database.Get("SELECT count, root, secret FROM assertion WHERE seq = ?1").Bind(1, seq);
        row.Step();
        return ((int)Math.Clamp(row.Integer(0), -1, int.MaxValue), row.Blob(1).ToArray(), row.Blob(2).ToArray());
    }

    private void CheckChunk(long id)
    {
        using var row = database.Get("SELECT count, bytes FROM chunk WHERE id = ?1").Bind(1, id);
        row.Step();
        SeriesCodec.Decode(row.Blob(1), new double[row.Integer(0)]);
    }

    private void CheckDocument(long id)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var row = database.Get(Parts).Bind(1, id);
        var expected = "";
        while (row.Step())
        {
            expected = row.Text(0);
            hash.AppendData(row.Blob(1));
        }

        Report(Convert.ToHexStringLower(hash.GetHashAndReset()) == expected ? null : $"Document {expected} has other bytes.");
    }

    private long Each(string table, string key, Action<long> check)
    {
        var ids = new List<long>();
        var sql = $"SELECT {key} FROM {table} WHERE {key} % {Math.Max(1, options.EveryNth)} = 0";
        Guard(table, () => Rows(sql, row => ids.Add(row.Integer(0))));
        foreach (var id in ids)
        {
            cancellation.ThrowIfCancellationRequested();
            Guard($"{table} {id}", () => check(id));
        }

        return ids.Count;
    }

    private void Rows(string sql, Action<Query> each)
    {
        using var row = database.Get(sql);
        while (row.Step())
        {
            each(row);
        }
    }

    // A damaged store must not keep the doctor from looking at the rest of it.
    private void Guard(string what, Action check)
    {
        try
        {
            check();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Report($"{what}: {e.Message}");
        }
    }

    private void Report(string? fault)
    {
        if (fault is not null && _faults.Count < DoctorReport.MaxFaults)
        {
            _faults.Add(fault);
        }
    }
}
