using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Health;

/// <summary>A record in memory: enough of it to plan imports against and to take the batches they make.</summary>
internal sealed class MemoryRecord : IRecordReader
{
    private readonly Dictionary<ThingId, Thing> _things = [];
    private readonly List<RecordedStatement> _statements = [];
    private readonly Dictionary<string, (SeriesSpec Spec, List<double>[] Columns)> _series = new(StringComparer.Ordinal);
    private long _assertions;

    public void Apply(WriteBatch batch)
    {
        foreach (var thing in batch.Things)
        {
            _things.TryAdd(thing.Id, thing);
        }

        foreach (var append in batch.Series)
        {
            Append(append);
        }

        foreach (var assertion in batch.Assertions)
        {
            _assertions++;
            _statements.AddRange(assertion.Statements.Select((statement, i) =>
                new RecordedStatement(statement, _assertions, i, assertion.Issuer, DateTimeOffset.UnixEpoch.AddSeconds(_assertions))));
        }
    }

    public void State(Statement statement) => Apply(new WriteBatch { Assertions = [new Assertion("test", [statement])] });

    private void Append(SeriesAppend append)
    {
        if (!_series.TryGetValue(append.Spec.Id, out var stored))
        {
            stored = (append.Spec, [.. append.Spec.Channels.Select(_ => new List<double>())]);
            _series.Add(append.Spec.Id, stored);
        }

        stored.Spec.ShouldBe(append.Spec);
        append.ExpectedSamples.ShouldBe(stored.Columns[0].Count);
        for (var i = 0; i < stored.Columns.Length; i++)
        {
            stored.Columns[i].AddRange(append.Columns[i]);
        }
    }

    public ValueTask<Thing?> FindThingAsync(ThingId id, CancellationToken cancellation = default) => new(_things.GetValueOrDefault(id));

    public ValueTask<Page<Thing>> ListThingsAsync(ThingQuery query, CancellationToken cancellation = default) =>
        new(new Page<Thing>([.. _things.Values.Where(thing => query.Kinds.Count == 0 || query.Kinds.Contains(thing.Kind)).OrderBy(thing => thing.Id.Value, StringComparer.Ordinal).Take(query.Limit)], null));

    public ValueTask<IReadOnlyDictionary<ThingKind, long>> CountThingsAsync(CancellationToken cancellation = default) =>
        new(_things.Values.GroupBy(thing => thing.Kind).ToDictionary(group => group.Key, group => group.LongCount()));

    public ValueTask<IReadOnlyList<RecordedStatement>> ReadStatementsAsync(ThingId id, AsOf asOf, CancellationToken cancellation = default) =>
        new(_statements.Where(one => one.Statement.Thing == id && one.Statement.ValidFrom <= asOf.ValidAt).GroupBy(one => one.Statement.Term, StringComparer.Ordinal)
            .Select(group => group.OrderBy(one => one.Statement.ValidFrom).ThenBy(one => one.Assertion).Last()).OrderBy(one => one.Statement.Term, StringComparer.Ordinal).ToList());

    public async IAsyncEnumerable<RecordedStatement> ReadTermAsync(string term, AsOf asOf, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var thing in _things.Keys.OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            foreach (var one in (await ReadStatementsAsync(thing, asOf, cancellation)).Where(one => one.Statement.Term == term))
            {
                yield return one;
            }
        }
    }

    public ValueTask<Page<RecordedStatement>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation = default) =>
        new(new Page<RecordedStatement>([.. _statements.Where(one => one.Statement.Thing == query.Thing).Reverse()], null));

    public ValueTask<IReadOnlyList<SeriesInfo>> ListSeriesAsync(ThingId thing, CancellationToken cancellation = default) =>
        new(_series.Values.Where(one => one.Spec.Thing == thing).Select(Info).OrderBy(info => info.Spec.Id, StringComparer.Ordinal).ToList());

    public ValueTask<SeriesInfo?> FindSeriesAsync(string id, CancellationToken cancellation = default) =>
        new(_series.TryGetValue(id, out var one) ? Info(one) : null);

    public async IAsyncEnumerable<SeriesBlock> ReadSeriesAsync(string id, SeriesRange range, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        var (spec, columns) = _series[id];
        var wanted = range.Channels ?? [.. spec.Channels.Select(channel => channel.Name)];
        var places = wanted.Select(name => spec.Channels.ToList().FindIndex(channel => channel.Name == name)).ToArray();
        var last = (int)Math.Min(columns[0].Count, range.Count > int.MaxValue ? int.MaxValue : range.From + range.Count);
        for (var from = (int)range.From; from < last; from += 500)
        {
            yield return new SeriesBlock(from, [.. places.Select(place => columns[place].GetRange(from, Math.Min(500, last - from)).ToArray())]);
        }
    }

    public ValueTask<Document?> FindDocumentAsync(string sha256, CancellationToken cancellation = default) => new((Document?)null);

    public ValueTask<Stream> OpenDocumentAsync(string sha256, CancellationToken cancellation = default) => throw new NotSupportedException();

    private static SeriesInfo Info((SeriesSpec Spec, List<double>[] Columns) one) =>
        new(one.Spec, one.Columns[0].Count, one.Columns[0].Count == 0 ? double.NaN : one.Columns[0][0], one.Columns[0].Count == 0 ? double.NaN : one.Columns[0][^1], 0);
}
