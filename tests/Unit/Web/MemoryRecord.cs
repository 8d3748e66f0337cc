using System.Runtime.CompilerServices;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Web;

/// <summary>A record in memory with one model, thirty cells, and two statements about each cell.</summary>
internal sealed class MemoryRecord : IRecordReader
{
    public static readonly ThingId Model = ThingId.Parse("https://id.example.org/01/09506000134352");
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<Thing> _things;

    public MemoryRecord() => _things =
    [
        new Thing(Model, ThingKind.Model, "Model <One>"),
        .. Enumerable.Range(1, 30).Select(i => new Thing(Cell(i), ThingKind.Cell, $"Cell {i:000}", Model) { Aliases = [$"SN-{i:000}"] }),
    ];

    /// <summary>Empties the record for the tests of the first start.</summary>
    public bool Empty { get; set; }

    private IEnumerable<Thing> Things => Empty ? [] : _things;

    public static ThingId Cell(int number) => ThingId.Parse($"https://id.example.org/01/09506000134352/21/C-{number:000}");

    public ValueTask<Thing?> FindThingAsync(ThingId id, CancellationToken cancellation = default) => new(Things.FirstOrDefault(t => t.Id == id));

    public ValueTask<Page<Thing>> ListThingsAsync(ThingQuery query, CancellationToken cancellation = default)
    {
        var found = Things.Where(t => (query.Kinds.Count == 0 || query.Kinds.Contains(t.Kind)) && Matches(t, query.Text)
            && (query.Identifier is null || t.Id.Value == query.Identifier || t.Aliases.Contains(query.Identifier, StringComparer.Ordinal))).ToList();
        var from = query.Cursor is null ? 0 : int.Parse(query.Cursor);
        var next = from + query.Limit < found.Count ? $"{from + query.Limit}" : null;
        return new(new Page<Thing>([.. found.Skip(from).Take(query.Limit)], next));
    }

    public ValueTask<IReadOnlyDictionary<ThingKind, long>> CountThingsAsync(CancellationToken cancellation = default) =>
        new(Things.GroupBy(t => t.Kind).ToDictionary(g => g.Key, g => (long)g.Count()));

    public ValueTask<IReadOnlyList<RecordedStatement>> ReadStatementsAsync(ThingId id, AsOf asOf, CancellationToken cancellation = default) =>
        new([.. All(id).Where(s => s.Statement.ValidFrom <= asOf.ValidAt && s.RecordedAt <= asOf.KnownAt)
            .GroupBy(s => s.Statement.Term).Select(g => g.OrderByDescending(s => s.Statement.ValidFrom).First()).OrderBy(s => s.Statement.Term)]);

    public async IAsyncEnumerable<RecordedStatement> ReadTermAsync(string term, AsOf asOf, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        yield break;
    }

    public ValueTask<Page<RecordedStatement>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation = default) =>
        new(new Page<RecordedStatement>([.. All(query.Thing).Where(s => (query.Term is null || s.Statement.Term == query.Term) && s.RecordedAt <= query.KnownAt).Reverse()], null));

    public ValueTask<IReadOnlyList<SeriesInfo>> ListSeriesAsync(ThingId thing, CancellationToken cancellation = default) => new([]);

    public ValueTask<SeriesInfo?> FindSeriesAsync(string id, CancellationToken cancellation = default) => new((SeriesInfo?)null);

    public IAsyncEnumerable<SeriesBlock> ReadSeriesAsync(string id, SeriesRange range, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<Document?> FindDocumentAsync(string sha256, CancellationToken cancellation = default) => new((Document?)null);

    public ValueTask<Stream> OpenDocumentAsync(string sha256, CancellationToken cancellation = default) => throw new NotSupportedException();

    private static bool Matches(Thing thing, string? text) =>
        text is null || thing.Aliases.Append(thing.Label).Append(thing.Id.Value).Any(name => name.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<RecordedStatement> All(ThingId id)
    {
        if (id == Model)
        {
            yield break;
        }

        yield return new(new Statement(id, "ratedCapacity", StatementValue.Of(1.1), Start) { Unit = "Ah" }, 1, 0, "https://maker.example", Start.AddHours(1));
        yield return Health(id, 95.5, (2, 0));
        yield return Health(id, 91.24, (3, 40));
    }

    private static RecordedStatement Health(ThingId id, double value, (long Assertion, int Day) at) => new(
        new Statement(id, "stateOfHealth", StatementValue.Of(value), Start.AddDays(at.Day))
        {
            Unit = "%",
            Uncertainty = new Interval(value - 0.5, value + 0.5, 0.95),
            Evidence = new Evidence("capacity.last-valid-median", "IEC 62660-1:2018, 7.3", "25 °C", ["urn:voltloop:series:x"]),
        },
        at.Assertion, 0, "urn:voltloop:health", Start.AddDays(at.Day).AddHours(2));
}
