using System.Globalization;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Quality;
using Voltloop.Quality.PredictQuality;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Tests.Unit.Quality;

public sealed class GateTests
{
    private static readonly GateRequest Usual = new(Lsl: 90, Confidence: 0.9);

    [Fact]
    public void What_is_known_late_predicts_better_than_what_is_known_early()
    {
        var gate = Gate(Table(80, 1));
        gate.Stages.Select(stage => stage.Stage).ShouldBe(["mixing", "formation"]);
        gate.Stages[0].Explained.ShouldBeLessThan(0.2);
        gate.Stages[1].Explained.ShouldBeGreaterThan(0.8);
        gate.Features[0].Feature.ShouldBe("resistance (mΩ)");
        gate.Tried.Count.ShouldBe(80);
    }

    [Fact]
    public void Intervals_hold_about_as_often_as_asked() => Gate(Table(150, 2)).Stages[^1].Coverage.ShouldBeInRange(0.84, 0.97);

    [Fact]
    public void Noise_predicts_nothing_and_the_gate_says_so()
    {
        var gate = Gate(Table(80, 3), new GateRequest(Stage: "mixing", Lsl: 100));
        gate.Says.ShouldContain("does not predict");
        gate.Stages.ShouldHaveSingleItem().Score!.Measured.ShouldBeGreaterThan(70);
    }

    [Fact]
    public void A_unit_unlike_all_others_is_measured_whatever_its_prediction()
    {
        var gate = Gate(Table(80, 4) + "U,p9,0,40,\nV,p9,0,1.0,\n");
        gate.New.Select(unit => unit.Verdict).ShouldBe(["measure", "accept"]);
        gate.New[0].Reason!.ShouldContain("beyond all units");
    }

    [Fact]
    public void Verdicts_and_costs_add_up()
    {
        var score = Gate(Table(120, 5), new GateRequest(Lsl: 98, CostEscape: 100, CostMeasure: 10, CostScrap: 20)).Stages[^1].Score!;
        (score.Accepted + score.Rejected + score.Measured).ShouldBe(120);
        score.CostOfGate!.Value.ShouldBe(((score.Escapes * 100.0) + (score.Measured * 10) + (score.FalseRejects * 20)) / 120, 1e-12);
        score.CostOfGate!.Value.ShouldBeLessThan(Math.Min(score.CostOfPassing!.Value, 10));
    }

    [Fact]
    public void Cells_of_one_protocol_are_left_out_together()
    {
        // The outcome is that of the protocol and nothing else: alone it looks known, by protocols it is not.
        var random = new Random(6);
        var text = new StringBuilder("cell,batch,x,outcome\n");
        for (var group = 0; group < 20; group++)
        {
            var life = 100 + (30 * random.NextDouble());
            for (var i = 0; i < 4; i++) text.Append(CultureInfo.InvariantCulture, $"c{group}-{i},b{group},{group * 17 % 20},{life + random.NextDouble()}\n");
        }

        Gate(text.ToString(), Usual).Stages[0].Explained.ShouldBeGreaterThan(0.5);
        Gate(text.ToString(), Usual with { Group = "batch" }).Stages[0].Explained.ShouldBeLessThan(0.3);
    }

    [Fact]
    public void Words_become_features_and_missing_values_are_told()
    {
        var file = GateReader.Read(DelimitedTable.Parse("t.csv", "cell,line,x,outcome\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"c{i},{(i % 2 == 0 ? "A" : "B")},{(i == 3 ? "" : i)},{i % 2}\n"))), new GateRequest());
        file.Table.Names.ShouldBe(["line = A", "line = B", "x"]);
        file.Notes.ShouldHaveSingleItem().ShouldContain("1 missing values of \"x\"");
    }

    [Fact]
    public void Too_few_units_are_refused_by_name() => Refused("cell,x,outcome\na,1,2\nb,2,3\n").ShouldBe(QualityProblems.TooFewPoints);

    [Fact]
    public void Equal_outcomes_are_refused_by_name() => Refused("cell,x,outcome\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"c,{i},1\n"))).ShouldBe(QualityProblems.ConstantData);

    [Fact]
    public void A_table_where_nothing_else_changes_is_refused_by_name() => Refused("cell,x,outcome\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"c,1,{i}\n"))).ShouldBe(CommonProblems.MalformedInput);

    [Fact]
    public void An_unknown_outcome_or_stage_is_named()
    {
        Refused(Table(40, 7), new GateRequest("life")).ShouldBe(CommonProblems.MalformedInput);
        Refused(Table(40, 7), new GateRequest(Stage: "ageing")).ShouldBe(CommonProblems.InvalidValue);
        Refused(Table(40, 7), new GateRequest(Lsl: 2, Usl: 1)).ShouldBe(QualityProblems.LimitsCrossed);
    }

    private static ProblemKind Refused(string table, GateRequest? request = null) => Should.Throw<ProblemException>(() => Gate(table, request)).Problem.Kind;

    private static GateResource Gate(string table, GateRequest? request = null) =>
        GateAnalysis.Of(GateReader.Read(DelimitedTable.Parse("t.csv", table), (request ?? Usual).Checked()), request ?? Usual, CancellationToken.None);

    // Mixing says nothing; resistance says nearly all.
    private static string Table(int units, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("cell,mixing/protocol,mixing/viscosity (Pa·s),formation/resistance (mΩ),outcome\n");
        for (var i = 0; i < units; i++)
        {
            var (viscosity, resistance) = (random.NextDouble(), 4 * random.NextDouble());
            text.Append(CultureInfo.InvariantCulture, $"c{i},p{i % 9},{viscosity:F4},{resistance:F4},{100 + (4 * (2 - resistance)) + random.NextDouble():F4}\n");
        }

        return text.ToString();
    }
}
