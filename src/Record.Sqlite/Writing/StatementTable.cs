using System.Globalization;
using Voltloop.Core.Provenance;
using Voltloop.Record.Log;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>Appends assertions and their statements.</summary>
internal sealed class StatementTable(Database database, ThingTable things, AssertionSigner? signer)
{
    private const int MaxRemembered = 500_000;
    private const string InsertHead =
        "INSERT INTO assertion (seq, issuer_id, recorded_at, count, things, root, secret, key_id, signed_at, signature) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    private const string Insert =
        "INSERT INTO statement (thing_id, term_id, valid_from, seq, ordinal, kind, value, unit_id, lower, upper, level, evidence_id) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

    private readonly NameTable _terms = new(database, "term");
    private readonly NameTable _units = new(database, "unit");
    private readonly NameTable _issuers = new(database, "issuer");
    private readonly EvidenceTable _evidence = new(database);
    private readonly KeyTable _keys = new(database);
    private readonly LogTable _log = new(database);
    private readonly DocumentReferenceTable _documents = new(database);
    private readonly HashSet<(long Term, long Thing)> _pairs = [];

    /// <returns>Number of the first assertion; 0 for none.</returns>
    public long Append(PreparedAssertion[] assertions, long recordedAt)
    {
        if (assertions.Length == 0)
        {
            return 0;
        }

        var first = database.Integer("SELECT coalesce(max(seq), 0) + 1 FROM assertion");
        for (var i = 0; i < assertions.Length; i++)
        {
            AppendOne(assertions[i], first + i, recordedAt);
        }

        return first;
    }

    /// <summary>Appends the head of an assertion of events, and its leaf in the log.</summary>
    /// <returns>Number of the assertion.</returns>
    public long AppendHead(Events.PreparedEvents captured, long recordedAt)
    {
        var seq = database.Integer("SELECT coalesce(max(seq), 0) + 1 FROM assertion");
        var (issuer, by, count) = (captured.Capture.Issuer, captured.Signature, captured.Capture.Events.Count);
        var row = database.Get(InsertHead)
            .Bind(1, seq).Bind(2, _issuers.IdOf(issuer)).Bind(3, recordedAt).Bind(4, count)
            .Bind(5, "[]").Bind(6, captured.Root.AsSpan()).Bind(7, captured.Secret.AsSpan());
        _ = by is null ? row.BindNull(8).BindNull(9).BindNull(10)
            : row.Bind(8, _keys.IdOf(by.KeyId, signer!.Key.Key.Public.Spki)).Bind(9, by.SignedAt).Bind(10, by.Bytes.AsSpan());
        row.Run();
        _log.Append(new LogEntry(seq, issuer, recordedAt, (uint)count, captured.Root, by));
        return seq;
    }

    public void Forget()
    {
        _terms.Forget();
        _units.Forget();
        _issuers.Forget();
        _evidence.Forget();
        _keys.Forget();
        _log.Forget();
        _pairs.Clear();
    }

    private void AppendOne(PreparedAssertion prepared, long seq, long recordedAt)
    {
        var statements = prepared.Assertion.Statements;
        var about = new long[statements.Count];
        for (var i = 0; i < about.Length; i++)
        {
            about[i] = i > 0 && statements[i].Thing == statements[i - 1].Thing ? about[i - 1] : things.IdOf(statements[i].Thing);
        }

        AppendHead(prepared, about, (seq, recordedAt));
        for (var i = 0; i < about.Length; i++)
        {
            var term = _terms.IdOf(statements[i].Term);
            Pair(term, about[i]);
            var row = database.Get(Insert).Bind(1, about[i]).Bind(2, term).Bind(4, seq).Bind(5, i);
            AppendStatement(row, statements[i], _evidence.IdOf(statements[i].Evidence, prepared.Evidence[i]));
            _documents.Note(statements[i].Value.Json, (about[i], seq, i));
        }
    }

    private void AppendHead(PreparedAssertion prepared, long[] about, (long Seq, long RecordedAt) at)
    {
        var (issuer, by) = (prepared.Assertion.Issuer, prepared.Signature);
        var row = database.Get(InsertHead)
            .Bind(1, at.Seq).Bind(2, _issuers.IdOf(issuer)).Bind(3, at.RecordedAt).Bind(4, about.Length)
            .Bind(5, ListOf(about)).Bind(6, prepared.Root.AsSpan()).Bind(7, prepared.Secret.AsSpan());
        _ = by is null ? row.BindNull(8).BindNull(9).BindNull(10)
            : row.Bind(8, _keys.IdOf(by.KeyId, signer!.Key.Key.Public.Spki)).Bind(9, by.SignedAt).Bind(10, by.Bytes.AsSpan());
        row.Run();
        _log.Append(new LogEntry(at.Seq, issuer, at.RecordedAt, (uint)about.Length, prepared.Root, by));
    }

    private void AppendStatement(Query row, Statement statement, long evidence)
    {
        row.Bind(3, RecordTime.ToMicroseconds(statement.ValidFrom)).Bind(6, (long)statement.Kind).Bind(7, statement.Value.Json).Bind(12, evidence);
        _ = statement.Unit is { } unit ? row.Bind(8, _units.IdOf(unit)) : row.BindNull(8);
        Bind(row, statement.Uncertainty);
        row.Run();
    }

    private static void Bind(Query row, Interval? uncertainty)
    {
        if (uncertainty is { } interval)
        {
            row.Bind(9, interval.Lower).Bind(10, interval.Upper).Bind(11, interval.Level);
        }
        else
        {
            row.BindNull(9).BindNull(10).BindNull(11);
        }
    }

    private void Pair(long term, long thing)
    {
        if (!_pairs.Add((term, thing)))
        {
            return;
        }

        database.Get("INSERT OR IGNORE INTO term_thing (term_id, thing_id) VALUES (?1, ?2)").Bind(1, term).Bind(2, thing).Run();
        if (_pairs.Count >= MaxRemembered)
        {
            _pairs.Clear();
        }
    }

    private static string ListOf(long[] about) =>
        "[" + string.Join(',', about.Distinct().Select(id => id.ToString(CultureInfo.InvariantCulture))) + "]";
}
