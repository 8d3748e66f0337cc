using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Conformance.Bdf;

/// <summary>A record that holds nothing.</summary>
internal sealed class EmptyRecord : IRecordReader
{
    public ValueTask<Thing?> FindThingAsync(ThingId id, CancellationToken cancellation = default) => new((Thing?)null);

    public ValueTask<Page<Thing>> ListThingsAsync(ThingQuery query, CancellationToken cancellation = default) => new(new Page<Thing>([], null));

    public ValueTask<IReadOnlyDictionary<ThingKind, long>> CountThingsAsync(CancellationToken cancellation = default) => new(new Dictionary<ThingKind, long>());

    public ValueTask<IReadOnlyList<RecordedStatement>> ReadStatementsAsync(ThingId id, AsOf asOf, CancellationToken cancellation = default) => new([]);

    public IAsyncEnumerable<RecordedStatement> ReadTermAsync(string term, AsOf asOf, CancellationToken cancellation = default) => AsyncEnumerable.Empty<RecordedStatement>();

    public ValueTask<Page<RecordedStatement>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation = default) => new(new Page<RecordedStatement>([], null));

    public ValueTask<IReadOnlyList<SeriesInfo>> ListSeriesAsync(ThingId thing, CancellationToken cancellation = default) => new([]);

    public ValueTask<SeriesInfo?> FindSeriesAsync(string id, CancellationToken cancellation = default) => new((SeriesInfo?)null);

    public IAsyncEnumerable<SeriesBlock> ReadSeriesAsync(string id, SeriesRange range, CancellationToken cancellation = default) => AsyncEnumerable.Empty<SeriesBlock>();

    public ValueTask<Document?> FindDocumentAsync(string sha256, CancellationToken cancellation = default) => new((Document?)null);

    public ValueTask<Stream> OpenDocumentAsync(string sha256, CancellationToken cancellation = default) => throw new NotSupportedException();
}
