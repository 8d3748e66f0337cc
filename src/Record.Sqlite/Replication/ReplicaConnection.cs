using System.Security.Cryptography;
using Voltloop.Core.Problems;
using Voltloop.Kernels.SeriesCoding;
using Voltloop.Record.Documents;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Replication;
using Voltloop.Record.Series;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Reading;
using Voltloop.Record.Sqlite.Writing;

namespace Voltloop.Record.Sqlite.Replication;

/// <summary>The one connection of a back-up that writes: a page is written whole, after its checks, or not at all.</summary>
internal sealed class ReplicaConnection : IDisposable
{
    private readonly Database _database;
    private readonly NodeKeys _keys;
    private readonly ThingTable _things;
    private readonly StatementTable _statements;
    private readonly SeriesTable _series;
    private readonly DocumentTable _documents;
    private readonly Events.EventTable _events;
    private readonly ReplicaLog _log;

    public ReplicaConnection(Database database, NodeKeys keys, AssertionSigner own, ReplicaState state)
    {
        (_database, _keys, State) = (database, keys, state);
        _things = new ThingTable(database);
        // Keys of a page stand in the store before its assertions, so the own key is never taken for theirs.
        _statements = new StatementTable(database, _things, own);
        _series = new SeriesTable(database, _things);
        _documents = new DocumentTable(database);
        _events = new Events.EventTable(database);
        _log = new ReplicaLog(database, keys);
    }

    public ReplicaState State { get; private set; }

    public ChangeCursor Cursor => Heads.Read(_database) with { Revisions = State.Revisions };

    public void Store(ReplicaState state)
    {
        InTransaction(() => PreservationTable.Write(_database, state));
        State = state;
    }

    public long SamplesOf(string series)
    {
        using var row = _database.Get("SELECT samples FROM series WHERE uri = ?1").Bind(1, series);
        return row.Step() ? row.Integer(0) : 0;
    }

    public void Apply(IReadOnlyList<ArrivedSamples> samples) => InTransaction(() => Append(samples));

    public ReplicaState Apply(ChangePage page, FetchedParts fetched)
    {
        CheckPlace(page);
        _log.CheckHeld(page, State.Log!);
        var keys = _log.KeysOf(page);
        if (ArrivalCheck.FirstProblem(page.Assertions, id => keys.GetValueOrDefault(id)) is { } problem)
        {
            throw new ProblemException(problem);
        }

        var next = State with
        {
            Revisions = page.To.Revisions,
            CompleteAt = page.IsLast ? page.MadeAt : State.CompleteAt,
        };
        if (!page.IsEmpty)
        {
            InTransaction(() => Write(page, fetched, keys, next));
        }

        return State = next;
    }

    public void Dispose() => _database.Dispose();

    private static double[] Decode(byte[] chunk)
    {
        var samples = new double[SeriesCodec.Count(chunk)];
        SeriesCodec.Decode(chunk, samples);
        return samples;
    }

    private void CheckPlace(ChangePage page)
    {
        var cursor = Cursor;
        if (page.Head.Assertions < cursor.Assertions)
        {
            throw new ProblemException(ProofProblems.LogTruncated, $"{State.Log} had {cursor.Assertions} assertions and now has {page.Head.Assertions}.");
        }

        if (page.From != cursor || page.Head.Things < cursor.Things || page.Head.Documents < cursor.Documents)
        {
            throw new ProblemException(ReplicationProblems.OutOfOrder, $"The page goes on from {page.From} to {page.Head}; this node is at {cursor}.");
        }
    }

    private void Write(ChangePage page, FetchedParts fetched, Dictionary<string, P256PublicKey> keys, ReplicaState next)
    {
        Register(page);
        Keep(page.Documents, fetched.Documents);
        Grow(page.Series, fetched.Samples);
        foreach (var (id, key) in keys)
        {
            _database.Get("INSERT OR IGNORE INTO signing_key (name, public) VALUES (?1, ?2)").Bind(1, id).Bind(2, key.Spki).Run();
        }

        Append(page.Assertions);
        Expect(Heads.Read(_database).Assertions == page.To.Assertions, $"The page ends at entry {page.To.Assertions}, but does not bring it.");
        _log.CheckGrown(page, next.Log!);
        PreservationTable.Write(_database, next);
    }

    private void Register(ChangePage page)
    {
        foreach (var thing in page.Things)
        {
            _things.Register([thing.Thing]);
            Expect(thing.Number <= page.From.Things || _database.Integer("SELECT max(id) FROM thing") == thing.Number, $"{thing.Thing.Id} is not thing {thing.Number} here.");
        }
    }

    private void Keep(IReadOnlyList<ReplicatedDocument> documents, IReadOnlyDictionary<string, byte[]> fetched)
    {
        foreach (var (number, document, inline) in documents)
        {
            var bytes = inline ?? fetched.GetValueOrDefault(document.Sha256) ?? [];
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != document.Sha256)
            {
                throw new ProblemException(ReplicationProblems.Damaged, $"Document {document.Sha256} has other bytes.");
            }

            _documents.Keep([new DocumentContent(document.Name, document.MediaType, bytes)], [document.Sha256], RecordTime.ToMicroseconds(document.RecordedAt));
            Expect(_database.Integer("SELECT max(id) FROM document") == number, $"Document {document.Sha256} is not document {number} here.");
        }
    }

    // A series may be there before its first sample.
    private void Grow(IReadOnlyList<ReplicatedSeries> grown, IReadOnlyList<ArrivedSamples> samples)
    {
        foreach (var series in grown)
        {
            _series.Append(new SeriesAppend(series.Spec, [.. series.Spec.Channels.Select(_ => Array.Empty<double>())]));
        }

        Append(samples);
        foreach (var series in grown)
        {
            var here = SamplesOf(series.Spec.Id);
            Expect(here >= series.Samples, $"Series {series.Spec.Id} has {series.Samples} samples and {here} here.");
        }
    }

    private void Append(IReadOnlyList<ArrivedSamples> samples)
    {
        foreach (var (spec, piece) in samples)
        {
            _series.Append(new SeriesAppend(spec, [.. piece.Channels.Select(Decode)]) { ExpectedSamples = piece.From });
        }
    }

    private void Append(IReadOnlyList<ReplicatedAssertion> assertions)
    {
        foreach (var assertion in assertions)
        {
            var number = assertion.Events.Count > 0 ? Capture(assertion) : _statements.Append([ArrivedAssertion.Prepare(assertion)], assertion.Entry.RecordedAt);
            Expect(number == assertion.Entry.Number, $"Assertion {assertion.Entry.Number} came where {number} is next.");
        }

        if (assertions.Count > 0)
        {
            _database.Get("UPDATE clock SET last = max(last, ?1)").Bind(1, assertions[^1].Entry.RecordedAt).Run();
        }
    }

    private long Capture(ReplicatedAssertion assertion)
    {
        var (entry, capture) = (assertion.Entry, new Record.Events.EventCapture(assertion.Entry.Issuer, assertion.Events));
        var number = _statements.AppendHead(new Events.PreparedEvents(capture, entry.Root, assertion.Secret, entry.Signature), entry.RecordedAt);
        _events.Append(capture, number, entry.RecordedAt);
        return number;
    }

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ProblemException(ReplicationProblems.OutOfOrder, otherwise);
        }
    }

    private void InTransaction(Action work)
    {
        _database.Get("BEGIN IMMEDIATE").Run();
        try
        {
            work();
            _database.Get("COMMIT").Run();
        }
        catch
        {
            _database.Rollback();
            _things.Forget();
            _statements.Forget();
            _events.Forget();
            throw;
        }
    }
}
