using FsCheck;
using FsCheck.Fluent;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Tests.Compliance.Model;

namespace Voltloop.Tests.Properties.Record;

/// <summary>Random histories are told to the store and to the plain model; at any two moments both must say the same.</summary>
public sealed class RecordModelTests : IAsyncDisposable
{
    private const int Things = 3;
    private const int Terms = 3;
    private const int Days = 6;
    private const int Cases = 150;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly ManualTime _time = new(Start);
    private readonly SqliteRecord _store;
    private readonly MemoryRecord _model;
    private int _case;

    public RecordModelTests()
    {
        _store = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.Path, Time = _time });
        _model = new MemoryRecord(_time);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Store_and_model_agree_at_any_two_moments()
    {
        var told = Prop.ForAll(Histories(), history => Tell(history).GetAwaiter().GetResult());
        told.Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    private static Arbitrary<Told[][]> Histories()
    {
        var told =
            from thing in Gen.Choose(0, Things)
            from term in Gen.Choose(0, Terms - 1)
            from day in Gen.Choose(0, Days - 1)
            from kind in Gen.Frequency((5, Gen.Constant(StatementKind.Value)), (1, Gen.Constant(StatementKind.Ended)), (2, Gen.Constant(StatementKind.Retracted)))
            from value in Gen.Choose(0, 99)
            select new Told(thing == Things ? 0 : thing, term, day, kind, value);
        var batch = from size in Gen.Choose(1, 6) from statements in told.ArrayOf(size) select statements;
        var history = from size in Gen.Choose(1, 12) from batches in batch.ArrayOf(size) select batches;
        return Arb.From(history, Shorter);
    }

    private static IEnumerable<Told[][]> Shorter(Told[][] history) =>
        history.Length > 1 ? history.Select((_, i) => history.Where((_, j) => j != i).ToArray()) : [];

    private async Task Tell(Told[][] history)
    {
        _case++;
        await Write(new WriteBatch { Things = [.. Enumerable.Range(0, Things).Select(i => new Thing(Id(i), ThingKind.Cell, $"Cell {i}"))] });
        var moments = new List<DateTimeOffset> { DateTimeOffset.MaxValue, DateTimeOffset.MinValue };
        foreach (var batch in history)
        {
            _time.Now += TimeSpan.FromMicroseconds(batch.Length % 3);
            var receipt = await Write(new WriteBatch { Assertions = [new Assertion("issuer", [.. batch.Select(Statement)])] });
            moments.Add(receipt.RecordedAt);
        }

        foreach (var knownAt in moments)
        {
            await CompareHistories(knownAt);
            for (var day = -1; day <= Days; day++)
            {
                await Compare(new AsOf(Start.AddDays(day), knownAt));
            }
        }
    }

    private async Task<WriteReceipt> Write(WriteBatch batch)
    {
        var stored = await _store.WriteAsync(batch);
        (await _model.WriteAsync(batch)).ShouldBe(stored);
        return stored;
    }

    private async Task Compare(AsOf asOf)
    {
        for (var thing = 0; thing < Things; thing++)
        {
            Said(await _store.ReadStatementsAsync(Id(thing), asOf)).ShouldBe(Said(await _model.ReadStatementsAsync(Id(thing), asOf)));
        }

        for (var term = 0; term < Terms; term++)
        {
            Said(await _store.ReadTermAsync(Term(term), asOf).ToListAsync()).ShouldBe(Said(await _model.ReadTermAsync(Term(term), asOf).ToListAsync()));
        }
    }

    private async Task CompareHistories(DateTimeOffset knownAt)
    {
        for (var thing = 0; thing < Things; thing++)
        {
            var query = new HistoryQuery(Id(thing)) { KnownAt = knownAt };
            Said((await _store.ReadHistoryAsync(query)).Items).ShouldBe(Said((await _model.ReadHistoryAsync(query)).Items));
        }
    }

    private static List<string> Said(IReadOnlyList<RecordedStatement> statements) => [.. statements.Select(s => s.ToString())];

    private Statement Statement(Told told) => new(
        Id(told.Thing), Term(told.Term), told.Kind == StatementKind.Value ? StatementValue.Of((long)told.Value) : default, Start.AddDays(told.Day)) { Kind = told.Kind };

    private ThingId Id(int thing) => ThingId.Parse($"https://example.com/{_case}/{thing}");

    private string Term(int term) => $"term{_case}x{term}";

    private sealed record Told(int Thing, int Term, int Day, StatementKind Kind, int Value);
}
