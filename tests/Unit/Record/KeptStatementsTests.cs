using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Record.Writing;

namespace Voltloop.Tests.Record;

/// <summary>What is kept must never be older than what was acknowledged.</summary>
public sealed class KeptStatementsTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("voltloop-kept-");
    private readonly SqliteRecord _record;
    private readonly ChangeTracker _writer;
    private readonly KeptStatements _kept;

    public KeptStatementsTests()
    {
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _directory.FullName });
        _writer = new ChangeTracker(_record);
        _kept = new KeptStatements(_record, _writer);
        _writer.Observer = _kept;
    }

    public async ValueTask DisposeAsync()
    {
        await _record.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_second_read_gives_the_kept_list_and_a_read_after_a_write_the_new_value()
    {
        await WriteAsync(1, 90);
        var first = await ReadAsync(1);
        (await ReadAsync(1)).ShouldBeSameAs(first);
        await WriteAsync(1, 80);
        (await ReadAsync(1)).Single().Statement.Value.AsNumber().ShouldBe(80);
        (await ReadAsync(1)).ShouldNotBeSameAs(first);
    }

    [Fact]
    public async Task A_new_value_is_carried_on_without_asking_the_record_and_equals_what_the_record_gives()
    {
        await WriteAsync(1, 90);
        await ReadAsync(1);
        var (thing, fact) = (await _kept.FindThingAsync(Id(1)), new Statement(Id(1), "soh", StatementValue.Of(80.5), Start.AddDays(1).AddTicks(7)) { Unit = "%" });
        await _writer.WriteAsync(new WriteBatch { Assertions = [new Assertion("https://example.com", [fact]), new Assertion("https://example.org", [fact with { ValidFrom = Start.AddDays(2) }])] });
        var carried = await ReadAsync(1);
        carried.ShouldBeOfType<RecordedStatement[]>("it comes from the write, not from the record");
        carried.ShouldBe(await _record.ReadStatementsAsync(Id(1), AsOf.Latest));
        (await _kept.FindThingAsync(Id(1))).ShouldBeSameAs(thing);
    }

    [Fact]
    public async Task Whatever_is_written_in_whatever_order_what_is_kept_equals_what_the_record_gives()
    {
        var chance = new Random(18222);
        await _writer.WriteAsync(new WriteBatch { Things = [Thing(0), Thing(1)] });
        for (var round = 0; round < 400; round++)
        {
            var writes = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Facts(chance)).ToList();
            await Task.WhenAll(writes.Select(facts => _writer.WriteAsync(new WriteBatch { Assertions = [new Assertion("https://example.com", facts)] })));
            for (var thing = 0; thing < 2; thing++)
            {
                var kept = await ReadAsync(thing);
                kept.ShouldBe(await _record.ReadStatementsAsync(Id(thing), AsOf.Latest), $"round {round}");
            }
        }
    }

    private static List<Statement> Facts(Random chance) => [.. Enumerable.Range(0, chance.Next(1, 4)).Select(_ =>
    {
        var kind = chance.Next(8) switch { 0 => StatementKind.Ended, 1 => StatementKind.Retracted, _ => StatementKind.Value };
        var value = kind == StatementKind.Value ? StatementValue.Of(chance.Next(100)) : default;
        return new Statement(Id(chance.Next(2)), $"t{chance.Next(4)}", value, Start.AddDays(chance.Next(5)).AddTicks(chance.Next(20))) { Kind = kind };
    })];

    [Fact]
    public async Task The_past_is_never_taken_from_what_is_kept()
    {
        await WriteAsync(1, 90);
        await ReadAsync(1);
        (await _kept.ReadStatementsAsync(Id(1), AsOf.At(Start.AddDays(-1)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_thing_and_its_newest_change_are_those_of_the_last_write()
    {
        await WriteAsync(1, 90);
        (await _kept.FindThingAsync(Id(1)))!.Aliases.ShouldBeEmpty();
        var newest = await NewestAsync();
        (await NewestAsync()).ShouldBeSameAs(newest);
        await _writer.WriteAsync(new WriteBatch { Things = [Thing(1) with { Aliases = ["ONE"] }] });
        (await _kept.FindThingAsync(Id(1)))!.Aliases.ShouldBe(["ONE"]);
        await WriteAsync(1, 70);
        (await NewestAsync()).Items.Single().Statement.Value.AsNumber().ShouldBe(70);
        (await _kept.ReadHistoryAsync(new HistoryQuery(Id(1)) { Limit = 2 })).Items.Count.ShouldBe(2);
        (await NewestAsync()).Items.Count.ShouldBe(1);
        (await _kept.FindThingAsync(Id(9))).ShouldBeNull();
        await WriteAsync(9, 1);
        (await _kept.FindThingAsync(Id(9))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Many_things_push_the_oldest_out_and_every_answer_stays_right()
    {
        var facts = Enumerable.Range(0, 2000).Select(term => new Statement(Id(0), $"t{term}", StatementValue.Of(term), Start)).ToList();
        await _writer.WriteAsync(new WriteBatch { Things = [Thing(0)], Assertions = [new Assertion("https://example.com", facts)] });
        for (var i = 1; i <= 120; i++)
        {
            var n = i;
            await _writer.WriteAsync(new WriteBatch { Things = [Thing(n)], Assertions = [new Assertion("https://example.com", [.. facts.Select(f => f with { Thing = Id(n) })])] });
            (await ReadAsync(n)).Count.ShouldBe(2000);
        }

        (await ReadAsync(0)).Count.ShouldBe(2000);
        (await ReadAsync(119)).Count.ShouldBe(2000);
    }

    [Fact]
    public async Task Readers_beside_a_writer_never_see_less_than_was_acknowledged()
    {
        var acknowledged = 0L;
        await WriteAsync(1, 0);
        var write = Task.Run(async () =>
        {
            for (var value = 1; value <= 300; value++)
            {
                await WriteAsync(1, value);
                Interlocked.Exchange(ref acknowledged, value);
            }
        });
        while (!write.IsCompleted)
        {
            var before = Interlocked.Read(ref acknowledged);
            (await ReadAsync(1)).Single().Statement.Value.AsNumber()!.Value.ShouldBeGreaterThanOrEqualTo(before);
        }

        await write;
        (await ReadAsync(1)).Single().Statement.Value.AsNumber().ShouldBe(300);
    }

    private static ThingId Id(int number) => ThingId.Parse($"https://example.com/b/{number}");

    private static Thing Thing(int number) => new(Id(number), ThingKind.Battery, $"Battery {number}");

    private async Task<IReadOnlyList<RecordedStatement>> ReadAsync(int number) => await _kept.ReadStatementsAsync(Id(number), AsOf.Latest);

    private async Task<Page<RecordedStatement>> NewestAsync() => await _kept.ReadHistoryAsync(new HistoryQuery(Id(1)) { Limit = 1 });

    private Task<WriteReceipt> WriteAsync(int number, double value) => _writer.WriteAsync(new WriteBatch
    {
        Things = [Thing(number)],
        Assertions = [new Assertion("https://example.com", [new Statement(Id(number), "soh", StatementValue.Of(value), Start)])],
    });
}
