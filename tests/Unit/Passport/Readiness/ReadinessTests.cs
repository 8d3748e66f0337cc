using System.Diagnostics;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.AssessReadiness;
using Voltloop.Passport.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;
using Voltloop.Tests.Passport;

namespace Voltloop.Tests.Unit.Passport.Readiness;

public sealed class ReadinessTests
{
    private static readonly DateOnly Day = new(2027, 2, 18);
    private static readonly DateTimeOffset Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Vocabulary _vocabulary = Vocabulary.Load();
    private readonly MemoryRecord _record = new();

    [Fact]
    public async Task Gaps_of_a_model_count_once_and_gaps_of_items_count_their_items()
    {
        await WriteAsync(_record, Fleet(items: 12, dated: 5));
        var report = await ReadAsync(_record);
        var model = report.Models.ShouldHaveSingleItem();
        report.Items.ShouldBe(12);
        model.Category.ShouldBe("ev");
        model.Gaps.Single(gap => gap.DataPoint == "EC-11").ShouldSatisfyAllConditions(
            gap => gap.Level.ShouldBe(ReadinessLevel.Model), gap => gap.Items.ShouldBe(12), gap => gap.Examples.ShouldBeEmpty());
        model.Gaps.Single(gap => gap.DataPoint == "EC-09").ShouldSatisfyAllConditions(
            gap => gap.Level.ShouldBe(ReadinessLevel.Item), gap => gap.Items.ShouldBe(7), gap => gap.Examples.Count.ShouldBe(5));
        model.Gaps.ShouldNotContain(gap => gap.DataPoint == "EC-01");
        report.Ready.ShouldBeFalse();
        ReadinessWords.Of(report).ShouldBe($"On 18 Feb 2027, {report.GapsOnModels + report.GapsOnItems} data points are missing: {report.GapsOnModels} on 1 model, {report.GapsOnItems} on 12 items.");
    }

    [Fact]
    public async Task Every_battery_gets_the_same_verdict_as_its_own_completeness_report()
    {
        await WriteAsync(_record, Fleet(items: 6, dated: 3));
        var report = await ReadAsync(_record);
        var missing = 0;
        foreach (var item in (await _record.ListThingsAsync(new ThingQuery { Kinds = [ThingKind.Pack] })).Items)
        {
            var single = await new Voltloop.Passport.CheckCompleteness.CompletenessReader(new(_record, _vocabulary), _vocabulary, null).ReadAsync(item.Id, Day, null);
            missing += single.Counts[CompletenessStatus.Missing];
        }

        missing.ShouldBe(report.Models.Sum(model => model.Gaps.Sum(gap => gap.Items)));
    }

    [Fact]
    [Trait("Requirement", "EC-71")]
    public async Task Before_the_day_nothing_is_missing_and_the_day_stands_ahead()
    {
        await WriteAsync(_record, Fleet(items: 2, dated: 2));
        var report = await ReadAsync(_record, Day.AddDays(-1));
        report.Ready.ShouldBeTrue();
        report.Ahead.Count(ahead => ahead.From == Day && ahead.Asked == RuleStatus.Mandatory).ShouldBe(47);
        report.Ahead.Single(ahead => ahead.DataPoint == "EC-11").ShouldSatisfyAllConditions(
            ahead => ahead.ItemsLacking.ShouldBe(2), ahead => ahead.ModelsLacking.ShouldBe(1));
        report.Ahead.Single(ahead => ahead.DataPoint == "EC-09").ItemsLacking.ShouldBe(0);
    }

    [Fact]
    public async Task What_begins_to_hold_after_the_day_does_not_help_on_the_day()
    {
        var (item, model) = (PassportRoom.Item, PassportRoom.Model);
        await WriteAsync(_record, new WriteBatch
        {
            Things = [new Thing(model, ThingKind.Model, "M"), new Thing(item, ThingKind.Pack, "A1", model)],
            Assertions = [new Assertion("x", [State(model, "batteryCategory", "ev"), State(item, "manufacturingDate", "2027-01-01") with { ValidFrom = new DateTimeOffset(2027, 2, 19, 0, 0, 0, TimeSpan.Zero) }])],
        });
        (await ReadAsync(_record)).Models[0].Gaps.ShouldContain(gap => gap.DataPoint == "EC-09");
        (await ReadAsync(_record, Day.AddDays(1))).Models[0].Gaps.ShouldNotContain(gap => gap.DataPoint == "EC-09");
    }

    [Fact]
    [Trait("Requirement", "LAW-01")]
    public async Task A_battery_without_a_category_is_named_and_never_counted_as_ready()
    {
        await WriteAsync(_record, new WriteBatch { Things = [new Thing(PassportRoom.Item, ThingKind.Battery, "A1")] });
        var report = await ReadAsync(_record);
        report.ItemsWithoutCategory.ShouldBe(1);
        report.ItemsReady.ShouldBe(0);
        report.Ready.ShouldBeFalse();
        ReadinessWords.Of(report).ShouldEndWith("1 item without a category cannot be judged.");
        ReadinessCsv.Of(report).ShouldContain("The category is not stated");
        (await ReadAsync(_record, new DateOnly(2023, 1, 1))).Ready.ShouldBeTrue();
    }

    [Fact]
    public async Task A_model_without_items_is_assessed_alone()
    {
        await WriteAsync(_record, new WriteBatch { Things = [new Thing(PassportRoom.Model, ThingKind.Model, "M")], Assertions = [new Assertion("x", [State(PassportRoom.Model, "batteryCategory", "lmt")])] });
        var model = (await ReadAsync(_record)).Models.ShouldHaveSingleItem();
        model.Items.ShouldBe(0);
        model.Gaps.ShouldAllBe(gap => gap.Level == ReadinessLevel.Model && gap.Items == 0);
        model.Gaps.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Another_model_is_left_out_when_one_is_asked_for()
    {
        await WriteAsync(_record, Fleet(items: 3, dated: 0));
        await WriteAsync(_record, new WriteBatch { Things = [new Thing(ThingId.Parse("https://id.gs1.org/01/09521234500025"), ThingKind.Model, "Other")] });
        (await ReadAsync(_record)).Models.Count.ShouldBe(2);
        (await ReadAsync(_record, model: PassportRoom.Model)).Models.ShouldHaveSingleItem().Model.ShouldBe(PassportRoom.Model.Value);
        await Should.ThrowAsync<ProblemException>(() => ReadAsync(_record, model: PassportRoom.Item));
    }

    [Fact]
    public async Task The_table_keeps_commas_quotes_and_formulas_as_text()
    {
        await WriteAsync(_record, new WriteBatch
        {
            Things = [new Thing(PassportRoom.Model, ThingKind.Model, "=1+1, \"best\"")],
            Assertions = [new Assertion("x", [State(PassportRoom.Model, "batteryCategory", "lmt")])],
        });
        ReadinessCsv.Of(await ReadAsync(_record)).ShouldContain("\"'=1+1, \"\"best\"\"\"");
    }

    [Fact]
    public async Task Twenty_thousand_batteries_are_assessed_in_the_real_store()
    {
        var folder = Directory.CreateTempSubdirectory("voltloop-readiness-");
        try
        {
            await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = folder.FullName });
            await WriteAsync(record, Fleet(items: 20_000, dated: 15_000));
            var clock = Stopwatch.StartNew();
            var report = await new ReadinessReader(record, _vocabulary, null).ReadAsync(Day, null, TestContext.Current.CancellationToken);
            TestContext.Current.TestOutputHelper?.WriteLine($"20,000 batteries assessed in {clock.ElapsedMilliseconds} ms");
            report.Items.ShouldBe(20_000);
            report.Models[0].Gaps.Single(gap => gap.DataPoint == "EC-09").Items.ShouldBe(5_000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static WriteBatch Fleet(int items, int dated)
    {
        var ids = Enumerable.Range(1, items).Select(number => ThingId.Parse($"{PassportRoom.Model}/21/{number}")).ToList();
        return new WriteBatch
        {
            Things = [new Thing(PassportRoom.Model, ThingKind.Model, "M"), .. ids.Select((id, index) => new Thing(id, ThingKind.Pack, $"P{index}", PassportRoom.Model))],
            Assertions =
            [
                new Assertion("x", [State(PassportRoom.Model, "batteryCategory", "ev"), State(PassportRoom.Model, "manufacturerName", "M AB")]),
                .. ids.Take(dated).Select(id => new Assertion("x", [State(id, "manufacturingDate", "2026-01-01"), State(id, "batteryStatus", "original")])),
            ],
        };
    }

    private static Statement State(ThingId thing, string term, string value) => new(thing, term, StatementValue.Of(value), Since);

    private static Task WriteAsync(IRecordWriter record, WriteBatch batch) => record.WriteAsync(batch);

    private Task<ReadinessReport> ReadAsync(IRecordReader record, DateOnly? on = null, ThingId? model = null) =>
        new ReadinessReader(record, _vocabulary, null).ReadAsync(on ?? Day, model, TestContext.Current.CancellationToken);
}
