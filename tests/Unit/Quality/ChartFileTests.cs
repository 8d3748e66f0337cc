using Voltloop.Core.Problems;
using Voltloop.Kernels.ControlCharts;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.DesignChart;
using Voltloop.Quality.Model;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Tests.Unit.Quality;

public sealed class ChartFileTests
{
    [Fact]
    public void Rows_of_one_sample_become_a_subgroup() =>
        Read("sample,value\n1,10\n1,11\n2,12\n2,").Select(sample => sample.Known.Length).ShouldBe([2, 1]);

    [Fact]
    public void Columns_x_make_a_subgroup_of_each_row() => Read("x1;x2;x3\n1;2;3\n4;5;6").Select(sample => sample.Mean).ShouldBe([2, 5]);

    [Fact]
    public void Bare_numbers_are_values() => Read("1.5\n2.5\n").Select(sample => sample.Values[0]).ShouldBe([1.5, 2.5]);

    [Fact]
    public void Counts_have_their_size() => Read("sample,count,size\n1,3,50").Single().Units.ShouldBe(50);

    [Fact]
    public void Times_are_read_as_UTC() => Read("time,value\n2024-03-05T10:00,1").Single().At.ShouldBe(new DateTimeOffset(2024, 3, 5, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_word_where_a_number_belongs_is_named_with_its_row() =>
        Should.Throw<ProblemException>(() => Read("value\n1\nabc")).Problem.Location.ShouldBe("t.csv, row 2, column value");

    [Fact]
    public void An_unclear_column_is_asked_for() => Should.Throw<ProblemException>(() => Read("a,b\n1,2")).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);

    [Fact]
    public void Phases_begin_at_a_number_or_at_a_time()
    {
        var samples = Read("time,value\n2024-03-05T10:00,1\n2024-03-05T11:00,2\n2024-03-05T12:00,3\n2024-03-05T13:00,4");
        new ChartRequest(Phases: "3 slot die changed").Settings(samples).Phases[1].ShouldBe(new ChartPhase(2, "slot die changed"));
        new ChartRequest(Phases: "2024-03-05T11:30 new foil").Settings(samples).Phases[1].ShouldBe(new ChartPhase(2, "new foil"));
        Should.Throw<ProblemException>(() => new ChartRequest(Phases: "9 too late").Settings(samples)).Problem.Location.ShouldBe("phases");
    }

    [Fact]
    public void Rules_are_read_by_name_and_unknown_ones_refused()
    {
        RuleWords.Parse("nelson").ShouldBe(RunRules.Nelson);
        RuleWords.Parse("western-electric").ShouldBe(RunRules.WesternElectric);
        RuleWords.Parse("n1, n5").ShouldBe(RunRules.Beyond | RunRules.TwoOfThree);
        Should.Throw<ProblemException>(() => RuleWords.Parse("n9")).Problem.Remedy!.ShouldContain("n8");
    }

    [Fact]
    public void A_design_meets_its_rate_of_false_alarms()
    {
        var ewma = DesignResource.Of(new DesignRequest("ewma", Lambda: 0.1, Arl0: 500));
        ewma.Limit.ShouldBe(2.814310, 5e-7);
        ewma.Honesty.RunLengths[0].Points!.Value.ShouldBe(500, 1e-6);
        DesignResource.Of(new DesignRequest("cusum", K: 0.5, Arl0: 465)).Limit.ShouldBe(4.999059, 5e-7);
        DesignResource.Of(new DesignRequest("individuals", Arl0: 370.398347344956)).Limit.ShouldBe(3, 1e-9);
    }

    [Fact]
    public void A_budget_of_a_line_is_shared_by_its_charts()
    {
        var shared = DesignResource.Of(new DesignRequest("ewma", Lambda: 0.2) { Charts = 24, PointsPerDay = 340, AlarmsPerDay = 1 });
        shared.FalseAlarmsPerDay!.Value.ShouldBe(1, 1e-6);
        shared.Honesty.RunLengths[0].Points!.Value.ShouldBe(24 * 340, 1e-3);
    }

    [Fact]
    public void All_rules_of_Nelson_say_what_they_cost() =>
        DesignResource.Of(new DesignRequest(Rules: "nelson")).Honesty.ShouldSatisfyAllConditions(
            told => told.RunLengths[0].Points!.Value.ShouldBe(73.52, 4), told => told.RunLengths[0].StandardError.ShouldBeGreaterThan(0), told => told.Says.ShouldStartWith("A false alarm every 7"));

    [Fact]
    public void Rules_have_no_one_limit_for_a_rate() => Should.Throw<ProblemException>(() => DesignResource.Of(new DesignRequest(Rules: "nelson", Arl0: 500))).Problem.Location.ShouldBe("arl0");

    // NaN and infinity have no place in JSON.
    [Fact]
    public void Every_answer_can_be_written_as_json()
    {
        var samples = Read("1\n2\n\n3\nna\n2.5\n1.5\n2\n1\n3\n2\n");
        object[] answers =
        [
            ChartResource.Of("x", ChartMaker.Make(new ChartSettings(ChartKind.MovingRange), samples)),
            ChartResource.Of("x", ChartMaker.Make(new ChartSettings(ChartKind.Cusum) { Limit = 50 }, samples)),
            Voltloop.Quality.AssessCapability.CapabilityAssessment.Of("x", samples, new Voltloop.Quality.AssessCapability.CapabilityRequest(Usl: 9)),
            new Voltloop.Quality.ReadProcessSignals.SignalSeries("m", "Pressure", "bar", [new Voltloop.Quality.ReadProcessSignals.ProcessReading("Pressure", "BAR", DateTimeOffset.UnixEpoch, 2)]),
        ];
        foreach (var answer in answers) System.Text.Json.JsonSerializer.Serialize(answer, Voltloop.Web.Http.JsonOutput.Options).ShouldNotBeEmpty();
    }

    private static IReadOnlyList<ChartSample> Read(string text) => SampleReader.Read(DelimitedTable.Parse("t.csv", text));
}
