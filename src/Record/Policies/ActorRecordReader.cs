using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Record.Policies;

/// <summary>
/// The <see cref="IRecordReader"/> that rooms get: asks at each call who is asking, and shows the record as that actor may
/// see it. One instance serves everyone, so that it can be held by services that outlive a request.
/// </summary>
/// <param name="record">The record, unfiltered.</param>
/// <param name="access">The decision point and what it needs.</param>
/// <param name="actors">Knows who is asking.</param>
/// <param name="clock">The moment of asking.</param>
public sealed class ActorRecordReader(IRecordReader record, RecordAccess access, IActorSource actors, TimeProvider clock) : IRecordReader
{
    /// <summary>The same for another actor: work that runs later in the name of somebody.</summary>
    public ActorRecordReader For(Actor actor) => new(record, access, new FixedActor(actor), clock);

    private FilteredRecordReader Own => new(record, access, actors.Current, clock.GetUtcNow());

    /// <inheritdoc/>
    public ValueTask<Thing?> FindThingAsync(ThingId id, CancellationToken cancellation = default) => Own.FindThingAsync(id, cancellation);

    /// <inheritdoc/>
    public ValueTask<Page<Thing>> ListThingsAsync(ThingQuery query, CancellationToken cancellation = default) => Own.ListThingsAsync(query, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<ThingKind, long>> CountThingsAsync(CancellationToken cancellation = default) => Own.CountThingsAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordedStatement>> ReadStatementsAsync(ThingId id, AsOf asOf, CancellationToken cancellation = default) =>
        Own.ReadStatementsAsync(id, asOf, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedStatement> ReadTermAsync(string term, AsOf asOf, CancellationToken cancellation = default) =>
        Own.ReadTermAsync(term, asOf, cancellation);

    /// <inheritdoc/>
    public ValueTask<Page<RecordedStatement>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation = default) =>
        Own.ReadHistoryAsync(query, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SeriesInfo>> ListSeriesAsync(ThingId thing, CancellationToken cancellation = default) => Own.ListSeriesAsync(thing, cancellation);

    /// <inheritdoc/>
    public ValueTask<SeriesInfo?> FindSeriesAsync(string id, CancellationToken cancellation = default) => Own.FindSeriesAsync(id, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<SeriesBlock> ReadSeriesAsync(string id, SeriesRange range, CancellationToken cancellation = default) =>
        Own.ReadSeriesAsync(id, range, cancellation);

    /// <inheritdoc/>
    public ValueTask<Document?> FindDocumentAsync(string sha256, CancellationToken cancellation = default) => Own.FindDocumentAsync(sha256, cancellation);

    /// <inheritdoc/>
    public ValueTask<Stream> OpenDocumentAsync(string sha256, CancellationToken cancellation = default) => Own.OpenDocumentAsync(sha256, cancellation);
}
