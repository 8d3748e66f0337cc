using System.Collections.Concurrent;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Record.Ports;

/// <summary>
/// Remembers what holds now for the things read lately, most of all for models, whose data every one of their items
/// resolves. What is kept is good as long as nothing was written about the thing. Unfiltered: it stands behind the access rules.
/// </summary>
/// <param name="record">The record.</param>
/// <param name="versions">Knows of writes.</param>
public sealed class KeptStatements(IRecordReader record, IRecordVersions versions) : IRecordReader
{
    /// <summary>Most statements in one of the two generations; the older one goes when the younger is full.</summary>
    public const int MaxStatements = 100_000;

    private readonly Lock _turn = new();
    private ConcurrentDictionary<ThingId, Kept> _young = new();
    private ConcurrentDictionary<ThingId, Kept> _old = new();
    private int _count;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RecordedStatement>> ReadStatementsAsync(ThingId id, AsOf asOf, CancellationToken cancellation = default)
    {
        if (asOf != AsOf.Latest) return await record.ReadStatementsAsync(id, asOf, cancellation);

        // The version is taken before the read: a write in between makes the entry stale, never wrong.
        var version = versions.VersionOf(id);
        if (_young.TryGetValue(id, out var young) && young.Version == version) return young.Statements;
        if (_old.TryGetValue(id, out var old) && old.Version == version) return Keep(id, old);
        return Keep(id, new Kept(version, await record.ReadStatementsAsync(id, asOf, cancellation)));
    }

    /// <inheritdoc/>
    public ValueTask<Thing?> FindThingAsync(ThingId id, CancellationToken cancellation = default) => record.FindThingAsync(id, cancellation);

    /// <inheritdoc/>
    public ValueTask<Page<Thing>> ListThingsAsync(ThingQuery query, CancellationToken cancellation = default) => record.ListThingsAsync(query, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<ThingKind, long>> CountThingsAsync(CancellationToken cancellation = default) => record.CountThingsAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedStatement> ReadTermAsync(string term, AsOf asOf, CancellationToken cancellation = default) =>
        record.ReadTermAsync(term, asOf, cancellation);

    /// <inheritdoc/>
    public ValueTask<Page<RecordedStatement>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation = default) =>
        record.ReadHistoryAsync(query, cancellation);

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

    private IReadOnlyList<RecordedStatement> Keep(ThingId id, Kept kept)
    {
        _young[id] = kept;
        if (Interlocked.Add(ref _count, kept.Statements.Count + 1) > MaxStatements) Turn();
        return kept.Statements;
    }

    private void Turn()
    {
        lock (_turn)
        {
            if (_count <= MaxStatements) return;
            (_old, _young, _count) = (_young, new(), 0);
        }
    }

    private sealed record Kept(long Version, IReadOnlyList<RecordedStatement> Statements);
}
