using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Record.Ports;

/// <summary>
/// Remembers what holds now for the things read lately, most of all for models, whose data every one of their items
/// resolves; the things themselves; and their newest change. What is kept is good as long as nothing was written about the
/// thing, and is carried on over a write that it is told of, when the write says enough. Unfiltered: it stands behind the access rules.
/// </summary>
/// <param name="record">The record.</param>
/// <param name="versions">Knows of writes.</param>
public sealed class KeptStatements(IRecordReader record, IRecordVersions versions) : IRecordReader, IWriteObserver
{
    /// <summary>Most statements in one of two generations; the older one goes when the younger is full.</summary>
    public const int MaxStatements = 100_000;

    private const int MaxThings = 20_000;
    private const int Few = 2;

    private readonly Generations<IReadOnlyList<RecordedStatement>> _statements = new(MaxStatements);
    private readonly Generations<Thing> _things = new(MaxThings);
    private readonly Generations<(int Limit, Page<RecordedStatement> Page)> _newest = new(MaxThings);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RecordedStatement>> ReadStatementsAsync(ThingId id, AsOf asOf, CancellationToken cancellation = default)
    {
        if (asOf != AsOf.Latest) return await record.ReadStatementsAsync(id, asOf, cancellation);

        // The version is taken before the read: a write in between makes the entry stale, never wrong.
        var version = versions.VersionOf(id);
        if (_statements.TryGet(id, version, out var kept)) return kept;
        var read = await record.ReadStatementsAsync(id, asOf, cancellation);
        return _statements.Keep(id, version, (read, read.Count + 1));
    }

    /// <inheritdoc/>
    public void Wrote(WriteBatch batch, WriteReceipt receipt, IReadOnlyDictionary<ThingId, long> versions)
    {
        foreach (var (id, version) in versions)
        {
            if (_things.TryGet(id, version - 1, out var thing) && !batch.Things.Any(registered => registered.Id == id)) _things.Keep(id, version, (thing, 1));
        }

        if (!versions.Any(about => _statements.TryGet(about.Key, about.Value - 1, out _))) return;
        foreach (var about in HeldStatements.Of(batch, receipt).GroupBy(stated => stated.Statement.Thing))
        {
            var version = versions[about.Key];
            if (_statements.TryGet(about.Key, version - 1, out var held) && HeldStatements.After(held, about) is { } after) _statements.Keep(about.Key, version, (after, after.Length + 1));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Thing?> FindThingAsync(ThingId id, CancellationToken cancellation = default)
    {
        var version = versions.VersionOf(id);
        if (_things.TryGet(id, version, out var kept)) return kept;
        return await record.FindThingAsync(id, cancellation) is { } thing ? _things.Keep(id, version, (thing, 1)) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<Page<RecordedStatement>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation = default)
    {
        // The first few changes are what tells one version of a passport from the next.
        if (query.Term is not null || query.Cursor is not null || query.Limit > Few || query.KnownAt != DateTimeOffset.MaxValue) return await record.ReadHistoryAsync(query, cancellation);
        var version = versions.VersionOf(query.Thing);
        if (_newest.TryGet(query.Thing, version, out var kept) && kept.Limit == query.Limit) return kept.Page;
        return _newest.Keep(query.Thing, version, ((query.Limit, await record.ReadHistoryAsync(query, cancellation)), 1)).Page;
    }

    /// <inheritdoc/>
    public ValueTask<Page<Thing>> ListThingsAsync(ThingQuery query, CancellationToken cancellation = default) => record.ListThingsAsync(query, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<ThingKind, long>> CountThingsAsync(CancellationToken cancellation = default) => record.CountThingsAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedStatement> ReadTermAsync(string term, AsOf asOf, CancellationToken cancellation = default) =>
        record.ReadTermAsync(term, asOf, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SeriesInfo>> ListSeriesAsync(ThingId thing, CancellationToken cancellation = default) => record.ListSeriesAsync(thing, cancellation);

    /// <inheritdoc/>
    public ValueTask<SeriesInfo?> FindSeriesAsync(string id, CancellationToken cancellation = default) => record.FindSeriesAsync(id, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<SeriesBlock> ReadSeriesAsync(string id, SeriesRange range, CancellationToken cancellation = default) =>
        record.ReadSeriesAsync(id, range, cancellation);

    /// <inheritdoc/>
    public ValueTask<Document?> FindDocumentAsync(string sha256, CancellationToken cancellation = default) => record.FindDocumentAsync(sha256, cancellation);

    /// <inheritdoc/>
    public ValueTask<Stream> OpenDocumentAsync(string sha256, CancellationToken cancellation = default) => record.OpenDocumentAsync(sha256, cancellation);
}
