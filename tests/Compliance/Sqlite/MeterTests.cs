using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Operations;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Compliance.Sqlite;

public sealed class MeterTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("voltloop-meter-").FullName;

    [Fact]
    public async Task Parts_are_counted_row_by_row_and_sum_up_to_what_is_in_use()
    {
        await using var record = await FilledAsync(things: 50, updates: 3, document: 100_000);
        var sizes = await record.MeasureSizesAsync(TestContext.Current.CancellationToken);
        sizes.Passports.ShouldBe(50);
        sizes.SampledThings.ShouldBe(50);
        sizes.RowsOf(StoreParts.Facts).ShouldBe(50 * 2);
        sizes.RowsOf(StoreParts.History).ShouldBe(50 * 2);
        sizes.Assertions.ShouldBe(3);
        sizes.BytesOf(StoreParts.Documents).ShouldBeInRange(100_000, 120_000);
        sizes.Parts.Sum(part => part.Bytes).ShouldBe(sizes.UsedBytes);
        sizes.FileBytes.ShouldBeGreaterThan(sizes.UsedBytes / 2);
    }

    [Fact]
    public void Every_table_of_the_store_counts_to_a_part_or_is_left_to_the_rest_by_name()
    {
        using var database = Database.OpenForWriting(":memory:");
        Schema.Migrate(database);
        using var query = database.Get("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'thing_text_%'");
        var tables = new List<string>();
        while (query.Step()) tables.Add(query.Text(0));
        tables.Except(MeterTables.LeftOut).ShouldBe(MeterTables.All.Select(table => table.Name).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public async Task A_sample_of_many_things_gives_nearly_what_counting_all_gives()
    {
        await using var record = await FilledAsync(things: 4_100, updates: 2, document: 0);
        var sizes = await record.MeasureSizesAsync(TestContext.Current.CancellationToken);
        sizes.SampledThings.ShouldBeInRange(1_000, 2_000);
        ((double)sizes.RowsOf(StoreParts.Facts)).ShouldBe(4_100 * 2, 4_100 * 2 * 0.01);
        ((double)sizes.RowsOf(StoreParts.History)).ShouldBe(4_100, 41);
        sizes.BytesOf(StoreParts.Rest).ShouldBeInRange(0, sizes.UsedBytes / 2);
    }

    [Fact]
    public async Task Each_update_that_is_acknowledged_alone_syncs_at_least_once_and_leaves_no_trace()
    {
        await using var record = await FilledAsync(things: 1, updates: 1, document: 0);
        var effort = await record.MeasureUpdatesAsync(50, TestContext.Current.CancellationToken);
        effort.Syncs!.Value.ShouldBeInRange(50, 60);
        effort.CpuSeconds.ShouldBeGreaterThan(0);
        effort.Seconds.ShouldBeGreaterThan(0);
        effort.Bytes.ShouldBeGreaterThan(50 * 100);
        Directory.GetDirectories(_folder, "probe*").ShouldBeEmpty();
        (await record.MeasureSizesAsync(TestContext.Current.CancellationToken)).Assertions.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(UpdateEffort.MaxUpdates + 1)]
    public async Task A_number_of_updates_outside_the_limits_is_refused(int updates)
    {
        await using var record = await FilledAsync(things: 1, updates: 1, document: 0);
        (await Should.ThrowAsync<ProblemException>(() => record.MeasureUpdatesAsync(updates))).Problem.Kind.ShouldBe(CommonProblems.BadRequest);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Each thing has two terms; the first is stated in every update, the second in the first two.
    private async Task<SqliteRecord> FilledAsync(int things, int updates, int document)
    {
        var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder });
        var ids = Enumerable.Range(0, things).Select(number => ThingId.Parse($"https://example.org/meter/{number}")).ToList();
        await record.WriteAsync(new WriteBatch
        {
            Things = [.. ids.Select(id => new Thing(id, ThingKind.Battery, id.Value))],
            Documents = document == 0 ? [] : [new DocumentContent("a.bin", "application/octet-stream", new byte[document])],
        });
        for (var update = 0; update < updates; update++)
        {
            var statements = ids.SelectMany(id => Statements(id, update)).ToList();
            await record.WriteAsync(new WriteBatch { Assertions = [new Assertion("urn:issuer", statements)] });
        }

        return record;
    }

    private static IEnumerable<Statement> Statements(ThingId id, int update)
    {
        yield return new Statement(id, "a", StatementValue.Of(update), Day.AddDays(update));
        if (update == 0) yield return new Statement(id, "b", StatementValue.Of("text"), Day);
    }
}
