using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.Model;
using Voltloop.Health.ReadSeries;
using Voltloop.Health.ShowCapacity;
using Voltloop.Health.ShowFleet;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Health;

public sealed class ReadHealthTests
{
    private const string Model = "https://id.gs1.org/01/09521234500018";

    [Fact]
    public async Task Capacity_shows_measured_estimate_interval_and_flags_apart()
    {
        var record = await FleetAsync();
        var (series, history) = (await new CapacityReader(record).ReadAsync(Id("B"), CancellationToken.None)).ShouldNotBeNull();
        var chart = CapacityResource.Of(series.Spec.Id, history.Rated, CapacityTrajectory.Of(history));
        chart.ReferenceAh.ShouldNotBeNull().ShouldBe(1.1, 1e-9);
        chart.X.Values.Length.ShouldBe(60);
        var parts = chart.Series.ToDictionary(one => one.Kind, one => one.Values);
        parts["points"][19].ShouldBeNull();
        parts["flag"][19].ShouldBe(30.971);
        parts["flag"].Count(value => value is not null).ShouldBe(1);
        parts["line"][59].ShouldNotBeNull().ShouldBe(1.02, 1e-6);
        parts["band-lower"][59]!.Value.ShouldBeLessThanOrEqualTo(parts["line"][59]!.Value);
        parts["band-upper"][59]!.Value.ShouldBeGreaterThanOrEqualTo(parts["line"][59]!.Value);
        chart.Marks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Series_in_use_is_the_one_behind_the_statements()
    {
        var record = await FleetAsync();
        var plan = await Import.TableAsync(Table("A", 40, 0.003, false), record, new ImportOptions("tester", Import.Now.AddDays(1)));
        plan.Findings.ShouldContain(finding => finding.Code == "history-differs");
        record.Apply(plan.Batch);
        var read = (await new CapacityReader(record).ReadAsync(Id("A"), CancellationToken.None)).ShouldNotBeNull();
        read.Series.Spec.Id.ShouldBe(plan.Batch.Series[0].Spec.Id);
    }

    [Fact]
    public async Task Unknown_things_are_a_named_problem()
    {
        var problem = await Should.ThrowAsync<ProblemException>(() => new CapacityReader(new MemoryRecord()).ReadAsync(Id("X"), CancellationToken.None));
        problem.Problem.Kind.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task Fleet_is_sorted_paged_and_counted_in_bars_without_gaps()
    {
        var record = await FleetAsync();
        var worst = await FleetEndpoint.AnswerAsync(record, new FleetRequest("state-of-health", null, 2), CancellationToken.None);
        worst.Batteries.ShouldBe(3);
        worst.Flagged.ShouldBe(1);
        worst.Items.Select(item => item.Label).ShouldBe(["C", "B"]);
        worst.Items[1].FlaggedSamples.ShouldBe(1);
        worst.Bins.Sum(bin => bin.Count).ShouldBe(3);
        worst.Bins.Zip(worst.Bins.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
        var rest = await FleetEndpoint.AnswerAsync(record, new FleetRequest("state-of-health", worst.NextCursor, 2), CancellationToken.None);
        rest.Items.Select(item => item.Label).ShouldBe(["A"]);
        rest.NextCursor.ShouldBeNull();
        var fade = await FleetEndpoint.AnswerAsync(record, new FleetRequest("fade", null, 1), CancellationToken.None);
        fade.Items[0].Label.ShouldBe("C");
        // 4 mAh of 1.1 Ah lost per cycle over 60 cycles, less what passed before the median of the first six.
        fade.Items[0].FadePer100Cycles.ShouldNotBeNull().ShouldBe(100 * 0.004 * (60 - 3.5) / 1.1 / 60 * 100, 1e-6);
    }

    [Fact]
    public async Task An_empty_fleet_is_no_error()
    {
        var fleet = await FleetEndpoint.AnswerAsync(new MemoryRecord(), new FleetRequest(null, null, null), CancellationToken.None);
        (fleet.Batteries, fleet.MedianStateOfHealth, fleet.Bins.Count, fleet.NextCursor).ShouldBe((0, null, 0, null));
    }

    [Theory]
    [InlineData("age", null, 10)]
    [InlineData(null, "x", 10)]
    [InlineData(null, "-1", 10)]
    [InlineData(null, null, 0)]
    [InlineData(null, null, 1001)]
    public async Task Bad_fleet_requests_are_named(string? order, string? cursor, int limit)
    {
        var problem = await Should.ThrowAsync<ProblemException>(() => FleetEndpoint.AnswerAsync(new MemoryRecord(), new FleetRequest(order, cursor, limit), CancellationToken.None));
        problem.Problem.Kind.ShouldBe(CommonProblems.BadRequest);
    }

    [Theory]
    [InlineData(-1L, null)]
    [InlineData(null, 0)]
    [InlineData(null, 100_001)]
    public void Bad_sample_requests_are_named(long? from, int? count) =>
        Should.Throw<ProblemException>(() => new SamplesRequest(from, count, null).ToRange()).Problem.Kind.ShouldBe(CommonProblems.BadRequest);

    private static async Task<MemoryRecord> FleetAsync()
    {
        var record = new MemoryRecord();
        foreach (var text in new[] { Table("A", 60, 0.0005, false), Table("B", 60, 0.001, true), Table("C", 60, 0.004, false) })
        {
            record.Apply((await Import.TableAsync(text, record, new ImportOptions("tester", Import.Now))).Batch);
        }

        return record;
    }

    private static string Table(string serial, int cycles, double fade, bool glitch) =>
        $"# thing: {Model}/21/{serial}\n# model: {Model}\n# rated_capacity_ah: 1.1\ncycle_count,capacity / Ah\n"
        + string.Concat(Enumerable.Range(1, cycles).Select(n => FormattableString.Invariant($"{n},{(glitch && n == 20 ? 30.971 : Math.Round(1.08 - fade * n, 6))}\n")));

    private static ThingId Id(string serial) => ThingId.Parse($"{Model}/21/{serial}");
}
