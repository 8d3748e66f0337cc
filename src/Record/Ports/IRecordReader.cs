using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Record.Ports;

/// <summary>All reads of the record. A read sees every batch that was acknowledged before it began.</summary>
public interface IRecordReader
{
    /// <summary>The thing with this identifier, or <c>null</c>.</summary>
    ValueTask<Thing?> FindThingAsync(ThingId id, CancellationToken cancellation = default);

    /// <summary>Things by kind, model or text, in pages.</summary>
    ValueTask<Page<Thing>> ListThingsAsync(ThingQuery query, CancellationToken cancellation = default);

    /// <summary>How many things there are of each kind.</summary>
    ValueTask<IReadOnlyDictionary<ThingKind, long>> CountThingsAsync(CancellationToken cancellation = default);

    /// <summary>
    /// The statements that hold for a thing: one per term, as valid at and as known at the given moments, in the order of
    /// the terms' names. Ended and retracted statements are resolved, not listed. Data of the thing's model is not included.
    /// </summary>
    ValueTask<IReadOnlyList<RecordedStatement>> ReadStatementsAsync(ThingId id, AsOf asOf, CancellationToken cancellation = default);

    /// <summary>The statement of one term that holds for each thing that has it, ordered by thing.</summary>
    IAsyncEnumerable<RecordedStatement> ReadTermAsync(string term, AsOf asOf, CancellationToken cancellation = default);

    /// <summary>Every statement ever made about a thing, newest in the record first.</summary>
    ValueTask<Page<RecordedStatement>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation = default);

    /// <summary>The series of a thing, ordered by identifier.</summary>
    ValueTask<IReadOnlyList<SeriesInfo>> ListSeriesAsync(ThingId thing, CancellationToken cancellation = default);

    /// <summary>One series without its samples, or <c>null</c>.</summary>
    ValueTask<SeriesInfo?> FindSeriesAsync(string id, CancellationToken cancellation = default);

    /// <summary>Samples of a series, block by block, without loading the whole.</summary>
    /// <exception cref="Core.Problems.ProblemException">There is no such series or channel.</exception>
    IAsyncEnumerable<SeriesBlock> ReadSeriesAsync(string id, SeriesRange range, CancellationToken cancellation = default);

    /// <summary>A document without its bytes, or <c>null</c>.</summary>
    ValueTask<Document?> FindDocumentAsync(string sha256, CancellationToken cancellation = default);

    /// <summary>Bytes of a document.</summary>
    /// <exception cref="Core.Problems.ProblemException">There is no such document.</exception>
    ValueTask<Stream> OpenDocumentAsync(string sha256, CancellationToken cancellation = default);
}
