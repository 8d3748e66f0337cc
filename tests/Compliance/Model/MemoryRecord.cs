using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Record.Writing;

namespace Voltloop.Tests.Compliance.Model;

/// <summary>
/// The record as plainly as it can be said: lists that are copied before each write and scanned for each read. It is the
/// model that the real adapters are compared with, so nothing in it is clever.
/// </summary>
public sealed class MemoryRecord(TimeProvider time) : IRecordReader, IRecordWriter
{
    private State _state = new([], [], [], []);
    private readonly Lock _gate = new();
    private long _clock;

    public Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellation = default)
    {
        try
        {
            BatchRules.Check(batch);
            lock (_gate)
            {
                return Task.FromResult(Write(batch));
            }
        }
        catch (ProblemException e)
        {
            return Task.FromException<WriteReceipt>(e);
        }
    }

    public ValueTask<Thing?> FindThingAsync(ThingId id, CancellationToken cancellation = default) =>
        new(_state.Things.Find(t => t.Id.Value == id.Value));

    public ValueTask<Page<Thing>> ListThingsAsync(ThingQuery query, CancellationToken cancellation = default)
    {
        if (query.Limit is < 1 or > ThingQuery.MaxLimit)
        {
            throw new ProblemException(CommonProblems.BadRequest, "limit");
        }

        var text = query.Text ?? "";
        var all = _state.Things
            .Where(t => query.Kinds.Count == 0 || query.Kinds.Contains(t.Kind))
            .Where(t => query.Model is null || t.Model?.Value == query.Model.Value.Value)
            .Where(t => query.Identifier is null || t.Id.Value == query.Identifier || t.Aliases.Contains(query.Identifier, StringComparer.Ordinal))
            .Where(t => Texts(t).Any(s => s.Contains(text, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(t => Texts(t).Any(s => s.StartsWith(text, StringComparison.OrdinalIgnoreCase)) ? 0 : 1)
            .ThenBy(t => t.Id.Value, StringComparer.Ordinal)
            .ToList();
        return new(PageOf(all, query.Cursor, query.Limit));
    }

    public ValueTask<IReadOnlyDictionary<ThingKind, long>> CountThingsAsync(CancellationToken cancellation = default) =>
        new(_state.Things.GroupBy(t => t.Kind).ToDictionary(g => g.Key, g => (long)g.Count()));

    public ValueTask<IReadOnlyList<RecordedStatement>> ReadStatementsAsync(ThingId id, AsOf asOf, CancellationToken cancellation = default) =>
        new(Resolve(_state.Statements.Where(s => s.Statement.Thing.Value == id.Value), asOf)
            .OrderBy(s => s.Statement.Term, StringComparer.Ordinal).ToList());

    public async IAsyncEnumerable<RecordedStatement> ReadTermAsync(string term, AsOf asOf, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        foreach (var statement in Resolve(_state.Statements.Where(s => s.Statement.Term == term), asOf)
            .OrderBy(s => s.Statement.Thing.Value, StringComparer.Ordinal))
        {
            yield return statement;
        }
    }

    public ValueTask<Page<RecordedStatement>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation = default)
    {
        if (query.Limit is < 1 or > 10_000)
        {
            throw new ProblemException(CommonProblems.BadRequest, "limit");
        }

        var all = _state.Statements
            .Where(s => s.Statement.Thing.Value == query.Thing.Value && (query.Term is null || s.Statement.Term == query.Term))
            .Where(s => s.RecordedAt <= query.KnownAt)
            .OrderByDescending(s => s.Assertion).ThenByDescending(s => s.Ordinal).ToList();
        return new(PageOf(all, query.Cursor, query.Limit));
    }

    public ValueTask<IReadOnlyList<SeriesInfo>> ListSeriesAsync(ThingId thing, CancellationToken cancellation = default) =>
        new(_state.Series.Where(s => s.Spec.Thing.Value == thing.Value).OrderBy(s => s.Spec.Id, StringComparer.Ordinal).Select(Info).ToList());

    public ValueTask<SeriesInfo?> FindSeriesAsync(string id, CancellationToken cancellation = default) =>
        new(_state.Series.Where(s => s.Spec.Id == id).Select(Info).FirstOrDefault());

    public async IAsyncEnumerable<SeriesBlock> ReadSeriesAsync(string id, SeriesRange range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        var series = _state.Series.Find(s => s.Spec.Id == id) ?? throw new ProblemException(CommonProblems.NotFound, id);
        var names = series.Spec.Channels.Select(c => c.Name).ToList();
        var wanted = (range.Channels ?? names).Select(n => names.IndexOf(n)).ToList();
        if (wanted.Contains(-1))
        {
            throw new ProblemException(CommonProblems.NotFound, "channel");
        }

        var from = (int)Math.Min(range.From, series.Columns[0].Length);
        var count = (int)Math.Min(range.Count, series.Columns[0].Length - from);
        if (count > 0)
        {
            yield return new SeriesBlock(from, wanted.Select(w => series.Columns[w].AsSpan(from, count).ToArray()).ToList());
        }
    }

    public ValueTask<Document?> FindDocumentAsync(string sha256, CancellationToken cancellation = default) =>
        new(_state.Documents.Where(d => d.Document.Sha256 == sha256).Select(d => d.Document).FirstOrDefault());

    public ValueTask<Stream> OpenDocumentAsync(string sha256, CancellationToken cancellation = default) =>
        new(_state.Documents.Where(d => d.Document.Sha256 == sha256).Select(d => (Stream)new MemoryStream(d.Bytes)).FirstOrDefault()
            ?? throw new ProblemException(CommonProblems.NotFound, sha256));

    private static IEnumerable<RecordedStatement> Resolve(IEnumerable<RecordedStatement> statements, AsOf asOf) => statements
        .Where(s => s.Statement.ValidFrom <= RecordTime.Cut(asOf.ValidAt) && s.RecordedAt <= asOf.KnownAt)
        .GroupBy(s => (s.Statement.Thing.Value, s.Statement.Term))
        .Select(Holding).OfType<RecordedStatement>();

    // The last word on each moment of validity; retracted moments do not count; the latest one decides.
    private static RecordedStatement? Holding(IEnumerable<RecordedStatement> ofTerm)
    {
        var latest = ofTerm.GroupBy(s => s.Statement.ValidFrom)
            .Select(g => g.MaxBy(s => (s.Assertion, s.Ordinal))!)
            .Where(s => s.Statement.Kind != StatementKind.Retracted)
            .MaxBy(s => s.Statement.ValidFrom);
        return latest?.Statement.Kind == StatementKind.Value ? latest : null;
    }

    private static IEnumerable<string> Texts(Thing thing) => [thing.Id.Value, thing.Label, .. thing.Aliases];

    private static Page<T> PageOf<T>(List<T> all, string? cursor, int limit)
    {
        var from = cursor is null ? 0 : int.Parse(cursor);
        return new Page<T>(all.Skip(from).Take(limit).ToList(), from + limit < all.Count ? $"{from + limit}" : null);
    }

    private static SeriesInfo Info(StoredSeries s) =>
        new(s.Spec, s.Columns[0].Length, s.Columns[0].FirstOrDefault(double.NaN), s.Columns[0].LastOrDefault(double.NaN), s.Columns.Sum(c => 8L * c.Length));

    private WriteReceipt Write(WriteBatch batch)
    {
        var next = new State([.. _state.Things], [.. _state.Statements], [.. _state.Series], [.. _state.Documents]);
        var now = Math.Max(RecordTime.ToMicroseconds(time.GetUtcNow()), _clock + 1);
        var at = RecordTime.FromMicroseconds(now);
        var newThings = batch.Things.OrderBy(t => t.Model is null ? 0 : 1).Count(t => Register(next, t));
        batch.Documents.ToList().ForEach(d => Keep(next, d, at));
        batch.Series.ToList().ForEach(s => Append(next, s));
        var first = next.Statements.Select(s => s.Assertion).DefaultIfEmpty(0).Max() + 1;
        for (var i = 0; i < batch.Assertions.Count; i++)
        {
            var (seq, issuer) = (first + i, batch.Assertions[i].Issuer);
            next.Statements.AddRange(batch.Assertions[i].Statements.Select((s, ordinal) => new RecordedStatement(Known(next, s), seq, ordinal, issuer, at)));
        }

        (_state, _clock) = (next, now);
        return new WriteReceipt(
            at, batch.Assertions.Count == 0 ? 0 : first, newThings, batch.Assertions.Sum(a => a.Statements.Count), batch.Series.Sum(s => s.Columns.Sum(c => (long)c.Length)));
    }

    private static Statement Known(State state, Statement statement)
    {
        Require(state, statement.Thing);
        return statement with { ValidFrom = RecordTime.Cut(statement.ValidFrom) };
    }

    private static Thing Require(State state, ThingId id) =>
        state.Things.Find(t => t.Id.Value == id.Value) ?? throw new ProblemException(RecordProblems.UnknownThing, id.Value);

    private static bool Register(State state, Thing thing)
    {
        if (thing.Model is { } model && Require(state, model).Kind != ThingKind.Model)
        {
            throw new ProblemException(CommonProblems.Conflict, "not a model");
        }

        var index = state.Things.FindIndex(t => t.Id.Value == thing.Id.Value);
        if (index < 0)
        {
            state.Things.Add(thing with { Aliases = thing.Aliases.Distinct().ToList() });
            return true;
        }

        var known = state.Things[index];
        if (known.Kind != thing.Kind || (known.Model is { } own && own != thing.Model))
        {
            throw new ProblemException(CommonProblems.Conflict, "another kind or model");
        }

        state.Things[index] = known with { Model = known.Model ?? thing.Model, Aliases = known.Aliases.Union(thing.Aliases).ToList() };
        return state.Things[index].Aliases.Count > WriteLimits.MaxAliases ? throw new ProblemException(CommonProblems.LimitExceeded, "aliases") : false;
    }

    private static void Keep(State state, DocumentContent content, DateTimeOffset at)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Bytes.Span));
        if (!state.Documents.Exists(d => d.Document.Sha256 == hash))
        {
            state.Documents.Add((new Document(hash, content.Name, content.MediaType, content.Bytes.Length, at), content.Bytes.ToArray()));
        }
    }

    private static void Append(State state, SeriesAppend append)
    {
        Require(state, append.Spec.Thing);
        var index = state.Series.FindIndex(s => s.Spec.Id == append.Spec.Id);
        var known = index < 0 ? new StoredSeries(append.Spec, append.Columns.Select(_ => Array.Empty<double>()).ToList()) : state.Series[index];
        var same = known.Spec.Channels.SequenceEqual(append.Spec.Channels) && known.Spec with { Channels = append.Spec.Channels } == append.Spec;
        if (!same || (append.ExpectedSamples is { } expected && expected != known.Columns[0].Length))
        {
            throw new ProblemException(CommonProblems.Conflict, append.Spec.Id);
        }

        var grown = new StoredSeries(known.Spec, known.Columns.Zip(append.Columns, (a, b) => a.Concat(b).ToArray()).ToList());
        state.Series.RemoveAll(s => s.Spec.Id == append.Spec.Id);
        state.Series.Add(grown);
    }

    private sealed record StoredSeries(SeriesSpec Spec, List<double[]> Columns);

    private sealed record State(
        List<Thing> Things, List<RecordedStatement> Statements, List<StoredSeries> Series, List<(Document Document, byte[] Bytes)> Documents);
}
