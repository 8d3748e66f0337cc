using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Passport;

/// <summary>The record as the ports describe it, in plain lists: an independent model of the real store.</summary>
internal sealed class MemoryRecord : IRecordReader, IRecordWriter
{
    private readonly Dictionary<ThingId, Thing> _things = [];
    private readonly List<RecordedStatement> _statements = [];
    private readonly Dictionary<string, (Document Document, byte[] Bytes)> _documents = [];
    private long _assertions;

    public DateTimeOffset Clock { get; set; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellation = default)
    {
        Clock = Clock.AddMilliseconds(1);
        var (first, count) = (batch.Assertions.Count == 0 ? 0 : _assertions + 1, _things.Count);
        foreach (var thing in batch.Things) Register(thing);
        foreach (var document in batch.Documents) Keep(document);
        foreach (var assertion in batch.Assertions) Append(assertion);
        var written = batch.Assertions.Sum(assertion => assertion.Statements.Count);
        return Task.FromResult(new WriteReceipt(Clock, first, _things.Count - count, written, 0));
    }

    public ValueTask<Thing?> FindThingAsync(ThingId id, CancellationToken cancellation = default) => new(_things.GetValueOrDefault(id));

    public ValueTask<Page<Thing>> ListThingsAsync(ThingQuery query, CancellationToken cancellation = default)
    {
        var items = _things.Values.Where(thing => query.Kinds.Count == 0 || query.Kinds.Contains(thing.Kind))
            .Where(thing => query.Model is null || thing.Model == query.Model)
            .Where(thing => query.Identifier is null || thing.Id.Value == query.Identifier || thing.Aliases.Contains(query.Identifier, StringComparer.Ordinal))
            .Where(thing => query.Text is null || thing.Aliases.Append(thing.Label).Append(thing.Id.Value).Any(name => name.Contains(query.Text, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(thing => thing.Id.Value, StringComparer.Ordinal).Take(query.Limit);
        return new(new Page<Thing>(items.ToList(), null));
    }

    public ValueTask<IReadOnlyDictionary<ThingKind, long>> CountThingsAsync(CancellationToken cancellation = default) =>
        new(_things.Values.GroupBy(thing => thing.Kind).ToDictionary(group => group.Key, group => group.LongCount()));

    public ValueTask<IReadOnlyList<RecordedStatement>> ReadStatementsAsync(ThingId id, AsOf asOf, CancellationToken cancellation = default) =>
        new(_statements.Where(recorded => recorded.Statement.Thing == id && recorded.RecordedAt <= asOf.KnownAt)
            .GroupBy(recorded => recorded.Statement.Term).Select(term => Holding(term, asOf)).OfType<RecordedStatement>()
            .OrderBy(recorded => recorded.Statement.Term, StringComparer.Ordinal).ToList());

    public async IAsyncEnumerable<RecordedStatement> ReadTermAsync(
        string term, AsOf asOf, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var thing in _things.Keys)
        {
            foreach (var recorded in await ReadStatementsAsync(thing, asOf, cancellation))
            {
                if (recorded.Statement.Term == term) yield return recorded;
            }
        }
    }

    public ValueTask<Page<RecordedStatement>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation = default)
    {
        var items = _statements.Where(recorded => recorded.Statement.Thing == query.Thing && (query.Term is null || recorded.Statement.Term == query.Term))
            .Reverse().Take(query.Limit);
        return new(new Page<RecordedStatement>(items.ToList(), null));
    }

    public ValueTask<IReadOnlyList<SeriesInfo>> ListSeriesAsync(ThingId thing, CancellationToken cancellation = default) => new([]);

    public ValueTask<SeriesInfo?> FindSeriesAsync(string id, CancellationToken cancellation = default) => new((SeriesInfo?)null);

    public IAsyncEnumerable<SeriesBlock> ReadSeriesAsync(string id, SeriesRange range, CancellationToken cancellation = default) =>
        throw new ProblemException(CommonProblems.NotFound, id);

    public ValueTask<Document?> FindDocumentAsync(string sha256, CancellationToken cancellation = default) =>
        new(_documents.TryGetValue(sha256, out var found) ? found.Document : null);

    public ValueTask<Stream> OpenDocumentAsync(string sha256, CancellationToken cancellation = default) =>
        new(new MemoryStream(_documents[sha256].Bytes, writable: false));

    private static RecordedStatement? Holding(IEnumerable<RecordedStatement> history, AsOf asOf)
    {
        var latest = history.Where(recorded => recorded.Statement.ValidFrom <= asOf.ValidAt)
            .GroupBy(recorded => recorded.Statement.ValidFrom).Select(moment => moment.Last())
            .Where(recorded => recorded.Statement.Kind != StatementKind.Retracted)
            .OrderBy(recorded => recorded.Statement.ValidFrom).LastOrDefault();
        return latest?.Statement.Kind == StatementKind.Value ? latest : null;
    }

    private void Register(Thing thing)
    {
        if (!_things.TryGetValue(thing.Id, out var known)) _things[thing.Id] = thing;
        else if (known.Kind != thing.Kind || known.Model != thing.Model) throw new ProblemException(CommonProblems.Conflict, thing.Id.Value);
        else _things[thing.Id] = known with { Aliases = known.Aliases.Union(thing.Aliases).ToList() };
    }

    private void Keep(DocumentContent content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Bytes.Span));
        _documents.TryAdd(hash, (new Document(hash, content.Name, content.MediaType, content.Bytes.Length, Clock), content.Bytes.ToArray()));
    }

    private void Append(Assertion assertion)
    {
        _assertions++;
        foreach (var (statement, ordinal) in assertion.Statements.Select((statement, ordinal) => (statement, ordinal)))
            _statements.Add(new RecordedStatement(statement, _assertions, ordinal, assertion.Issuer, Clock));
    }
}
