using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Health.Model.Fleet;
using Voltloop.Health.ShowFleet;
using Voltloop.Kernels.Packs;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Health;

public sealed class FleetAnalysisTests
{
    [Fact]
    public void A_drift_of_production_is_found_in_its_cohort_and_a_steady_one_has_none()
    {
        var members = Members(120, (cohort, i) => 1 + (cohort == "B" && i >= 60 ? 0.4 : 0));
        var analysis = new FleetAnalysis(members);
        analysis.Cohorts.Single(cohort => cohort.Name == "A").Drift.ShouldBeNull();
        var drift = analysis.Cohorts.Single(cohort => cohort.Name == "B").Drift.ShouldNotBeNull();
        drift.Faster.ShouldBeTrue();
        int.Parse(drift.Since[2..]).ShouldBeInRange(50, 70);
        analysis.Cohorts.ShouldAllBe(cohort => cohort.OrderedBy == "date of manufacture" && cohort.ChanceOfIndex < 0.01);
    }

    [Fact]
    public void Attention_goes_to_faults_then_to_what_soon_falls_below_80_percent_then_to_fast_fade_with_reasons_in_words()
    {
        var members = Members(30, (_, _) => 1);
        members[3] = members[3] with { Faults = ["cell 5 loses more charge than the others: internal short?"], Flagged = 2 };
        members[5] = members[5] with { StateOfHealth = (79, 0.2) };
        members[7] = members[7] with { StateOfHealth = (81.2, 0.5) };
        members[9] = members[9] with { Fade = (3, 0.05) };
        var found = new FleetAnalysis(members).Attention();
        found.Select(entry => entry.Id).ShouldBe([members[3].Thing.Value, members[5].Thing.Value, members[7].Thing.Value, members[9].Thing.Value]);
        found[0].Reasons.ShouldBe(["cell 5 loses more charge than the others: internal short?", "2 flagged samples"]);
        found[1].Reasons[0].ShouldBe("below 80 % of its rated capacity");
        found[2].Reasons[0].ShouldContain("within the next 100 cycles with a probability of");
        found[3].Reasons[0].ShouldStartWith("fades faster than its cohort: 3.00 against");
    }

    [Fact]
    public async Task Cohorts_are_read_from_statements_by_model_month_and_plant()
    {
        var record = Record();
        async Task<string[]> Names(string by) => [.. (await new CohortReader(record).AnalyseAsync(new CohortRequest(by, null).ReadKey(), TestContext.Current.CancellationToken)).Cohorts.Select(cohort => cohort.Name)];
        (await Names("model")).ShouldBe(["Type A"]);
        (await Names("month")).ShouldBe(["2024-01", "2024-02", "not stated"]);
        (await Names("site")).ShouldBe(["Plant of the model", "Plant two"]);
        var analysis = await new CohortReader(record).AnalyseAsync(CohortKey.Model, TestContext.Current.CancellationToken);
        analysis.Rates.Count.ShouldBe(6);
        analysis.Rates[0].Measured.ShouldBe((100 - 90) / 500.0 * 100, 1e-9);
        analysis.Attention().ShouldHaveSingleItem().Reasons.ShouldBe(["cell 3 stood still"]);
        Should.Throw<ProblemException>(() => new CohortRequest("colour", null).ReadKey());
    }

    [Fact]
    public void An_empty_fleet_and_one_without_intervals_say_nothing_more_than_they_know()
    {
        new FleetAnalysis([]).Attention().ShouldBeEmpty();
        var bare = new FleetAnalysis([new FleetMember(ThingId.Parse("https://example.com/1"), "1", (70, 0))]);
        bare.Rates.ShouldBeEmpty();
        bare.Attention().ShouldHaveSingleItem().RiskPercent.ShouldBeNull();
    }

    private static List<FleetMember> Members(int each, Func<string, int, double> fade)
    {
        var (chance, members) = (new Random(4), new List<FleetMember>());
        foreach (var cohort in (string[])["A", "B"])
        {
            for (var i = 0; i < each; i++)
            {
                var value = fade(cohort, i) + (cohort == "A" ? 0.3 : 0) + 0.1 * PackSpread.Gauss(chance);
                members.Add(new FleetMember(ThingId.Parse($"https://example.com/{cohort}/{i:000}"), $"{cohort}-{i}", (95, 0.3))
                {
                    Cohort = cohort, Fade = (value, 0.05), Made = $"2024-{1 + i / 28:00}-{1 + i % 28:00}",
                });
            }
        }

        return members;
    }

    private static MemoryRecord Record()
    {
        var record = new MemoryRecord();
        var model = ThingId.Parse("https://id.gs1.org/01/09521234500018");
        var cells = Enumerable.Range(1, 6).Select(i => ThingId.Parse($"{model.Value}/21/C{i}")).ToArray();
        record.Apply(new WriteBatch { Things = [new Thing(model, ThingKind.Model, "Type A"), .. cells.Select((id, i) => new Thing(id, ThingKind.Cell, $"C{i + 1}", model))] });
        void State(ThingId thing, string term, StatementValue value, Interval? interval = null) => record.State(new Statement(thing, term, value, Import.Now.AddDays(-1)) { Uncertainty = interval });
        State(model, "manufacturingPlace", StatementValue.Of(JsonSerializer.SerializeToElement(new { name = "Plant of the model" })));
        State(cells[5], "manufacturingPlace", StatementValue.Of("Plant two"));
        for (var i = 0; i < cells.Length; i++)
        {
            var now = 90 - 0.5 * i;
            State(cells[i], "stateOfHealth", StatementValue.Of(now), new Interval(now - 1, now + 1, 0.95));
            State(cells[i], "remainingCapacity", StatementValue.Of(now / 100));
            State(cells[i], "currentRatedCapacity", StatementValue.Of(1.0), new Interval(0.999, 1.001, 0.95));
            State(cells[i], "numberOfFullCycles", StatementValue.Of(500.0));
            if (i < 4) State(cells[i], "manufacturingDate", StatementValue.Of($"2024-0{1 + i / 2}-05"));
        }

        State(cells[2], "packSafety", StatementValue.Of(JsonSerializer.SerializeToElement(new { findings = new[] { new { words = "cell 3 stood still" } } })));
        return record;
    }
}
