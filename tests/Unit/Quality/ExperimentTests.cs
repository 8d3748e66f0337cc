using Voltloop.Core.Problems;
using Voltloop.Kernels.Experiments;
using Voltloop.Quality;
using Voltloop.Quality.AnalyseExperiment;
using Voltloop.Quality.DesignExperiment;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Tests.Unit.Quality;

public sealed class ExperimentTests
{
    // Resolutions as the tables of minimum aberration have them (Montgomery; Box, Hunter and Hunter).
    [Theory]
    [InlineData(3, 1, 3)]
    [InlineData(4, 1, 4)]
    [InlineData(5, 1, 5)]
    [InlineData(5, 2, 3)]
    [InlineData(6, 1, 6)]
    [InlineData(6, 2, 4)]
    [InlineData(6, 3, 3)]
    [InlineData(7, 1, 7)]
    [InlineData(7, 2, 4)]
    [InlineData(7, 3, 4)]
    [InlineData(7, 4, 3)]
    [InlineData(8, 2, 5)]
    [InlineData(8, 3, 4)]
    [InlineData(8, 4, 4)]
    [InlineData(9, 2, 6)]
    [InlineData(9, 3, 4)]
    [InlineData(9, 4, 4)]
    [InlineData(9, 5, 3)]
    [InlineData(10, 5, 4)]
    [InlineData(10, 6, 3)]
    [InlineData(11, 7, 3)]
    [InlineData(15, 11, 3)]
    public void Fractions_have_the_resolution_of_the_tables_and_balanced_columns(int factors, int less, int resolution)
    {
        var design = TwoLevelDesign.Fraction(factors, less)!;
        design.Resolution.ShouldBe(resolution);
        Orthogonal([.. design.Runs().Select(run => Enumerable.Range(0, factors).Select(j => (run >> j & 1) == 1 ? 1.0 : -1.0).ToArray())]);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(24)]
    public void Screening_designs_are_orthogonal(int runs) => Orthogonal(ScreeningDesign.Of(runs, runs - 1)!);

    [Fact]
    public void Aliases_follow_from_the_generators()
    {
        var plan = ExperimentPlanner.Of(new ExperimentRequest("factorial", "p 1 2; q 1 2; r 1 2; s 1 2; t 1 2", Fraction: 2));
        plan.Relation.ShouldBe(["D = AB", "E = AC", "I = ABD = ACE = BCDE"]);
        plan.Resolution.ShouldBe(3);
        plan.Aliases.ShouldContain("A = BD = CE");
        plan.Aliases.ShouldContain("BC = DE");
        plan.Runs.Count.ShouldBe(8);
        ExperimentPlanner.Of(new ExperimentRequest("factorial", "p 1 2; q 1 2; r 1 2; s 1 2", Generators: "D=ABC")).Resolution.ShouldBe(4);
    }

    [Fact]
    public void Runs_stand_in_an_order_by_chance_within_blocks_with_centre_points()
    {
        var request = new ExperimentRequest("factorial", "gap 60 70; speed 20 40; heat 40 80", Centres: 2, Blocks: 2, Seed: 3);
        var plan = ExperimentPlanner.Of(request);
        plan.Runs.Count.ShouldBe(12);
        plan.Runs.Select(run => run.Block).ShouldBe([.. Enumerable.Repeat(1, 6), .. Enumerable.Repeat(2, 6)]);
        plan.Notes.ShouldContain("Blocks take ABC.");
        plan.Runs.Count(run => run.Levels.SequenceEqual([65.0, 30, 60])).ShouldBe(4);
        plan.Runs.Select(run => run.Standard).ShouldBe(ExperimentPlanner.Of(request).Runs.Select(run => run.Standard));
        plan.Runs.Select(run => run.Standard).ShouldNotBe(ExperimentPlanner.Of(request with { Seed = 4 }).Runs.Select(run => run.Standard));
    }

    [Theory]
    [InlineData(2, 8)]
    [InlineData(3, 14)]
    [InlineData(5, 26)]
    [InlineData(8, 80)]
    public void Central_composite_designs_have_corners_and_stars(int factors, int runs) => SurfaceDesign.Composite(factors, 2).Length.ShouldBe(runs);

    [Theory]
    [InlineData(3, 12)]
    [InlineData(4, 24)]
    [InlineData(5, 40)]
    [InlineData(6, 48)]
    [InlineData(7, 56)]
    public void Box_Behnken_designs_have_their_runs_and_fit_a_quadratic(int factors, int runs)
    {
        var plan = ExperimentPlanner.Of(new ExperimentRequest("box-behnken", string.Join(';', Enumerable.Range(0, factors).Select(j => $"x{j} -1 1")), Centres: 3));
        plan.Runs.Count.ShouldBe(runs + 3);
        var text = string.Join('\n', ExperimentText.Of(plan).Trim().Split('\n').Select((line, i) => i == 0 ? line : line + (i * i % 7)));
        var found = ExperimentAnalysis.Of(DelimitedTable.Parse("x", text), new AnalysisRequest());
        found.Model.ShouldBe("quadratic");
        found.Terms.Count.ShouldBe(factors * (factors + 3) / 2);
    }

    [Fact]
    public void The_deposition_of_the_handbook_has_its_coefficients()
    {
        var rows = TextbookFile.Rows("nist_ehandbook", "IMPROVE-5_4_7_3.DAT").Where(row => row.Length == 7).ToArray();
        rows.Length.ShouldBe(11);
        var table = DelimitedTable.Parse("x", "p,h,y\n" + string.Join('\n', rows.Select(row => FormattableString.Invariant($"{row[5]},{row[6]},{row[3]}"))));
        var found = ExperimentAnalysis.Of(table, new AnalysisRequest(Model: "interactions"));
        found.Constant.ShouldBe(5.93, 0.005);
        Term(found, "p").Coefficient.ShouldBe(-1.91, 0.005);
        Term(found, "h").Coefficient.ShouldBe(-0.22, 0.005);
        Term(found, "p × h").Coefficient.ShouldBe(1.69, 0.005);
        // The same by numpy's least squares.
        found.Variance.First(line => line.Source == "residual").Squares.ShouldBe(2.64297344523816, 1e-10);
    }

    [Fact]
    public void The_yield_of_the_handbook_has_its_slopes_and_its_lack_of_fit()
    {
        var found = ExperimentAnalysis.Of(DelimitedTable.Parse("x", "x1,x2,y\n-1,-1,32.79\n1,-1,24.07\n-1,1,48.94\n1,1,52.49\n0,0,38.89\n0,0,48.29\n0,0,29.68\n0,0,46.5\n0,0,44.15"), new AnalysisRequest(Model: "main"));
        Term(found, "x1").Coefficient.ShouldBe(-1.2925, 1e-12);
        Term(found, "x2").Coefficient.ShouldBe(11.1425, 1e-12);
        found.Variance.First(line => line.Source == "pure error").Squares.ShouldBe(224.65108, 1e-9);
        found.Variance.First(line => line.Source == "lack of fit").Squares.ShouldBe(270.5625722222222 - 224.65108, 1e-9);
        found.Variance.First(line => line.Source == "lack of fit").Degrees.ShouldBe(2);
    }

    [Fact]
    public void The_odour_of_John_1971_has_its_least_where_SAS_finds_it()
    {
        const string Smell = "odour,t,r,h\n66,40,.3,4\n39,120,.3,4\n43,40,.7,4\n49,120,.7,4\n58,40,.5,2\n17,120,.5,2\n-5,40,.5,6\n-40,120,.5,6\n65,80,.3,2\n7,80,.7,2\n43,80,.3,6\n-22,80,.7,6\n-31,80,.5,4\n-35,80,.5,4\n-26,80,.5,4";
        var point = ExperimentAnalysis.Of(DelimitedTable.Parse("x", Smell), new AnalysisRequest("odour")).Stationary!;
        point.Nature.ShouldBe("minimum");
        point.Response.ShouldBe(-52.024631, 5e-7);
        point.Levels[0].ShouldBe(84.876502, 5e-7);
        point.Levels[1].ShouldBe(0.539915, 5e-7);
        point.Levels[2].ShouldBe(7.541050, 5e-7);
        point.Curvatures[0].ShouldBe(48.858807, 5e-7);
        point.Curvatures[2].ShouldBe(6.037732, 5e-7);
    }

    [Fact]
    public void Without_error_effects_are_judged_by_Lenths_margin()
    {
        var plan = ExperimentPlanner.Of(new ExperimentRequest("factorial", "a -1 1; b -1 1; c -1 1; d -1 1"));
        var text = "a,b,c,d,y\n" + string.Join('\n', plan.Runs.Select((run, i) => FormattableString.Invariant($"{run.Coded[0]},{run.Coded[1]},{run.Coded[2]},{run.Coded[3]},{(10 * run.Coded[0]) - (6 * run.Coded[1] * run.Coded[2]) + (0.1 * (i * 7 % 5))}")));
        var found = ExperimentAnalysis.Of(DelimitedTable.Parse("x", text + "\n"), new AnalysisRequest());
        found.Terms.Where(term => term.StandsOut).Select(term => term.Name).Take(2).ShouldBe(["a", "b × c"]);
        found.Terms[0].Effect.ShouldBe(20, 0.2);
        found.Margin!.Value.ShouldBeInRange(0.01, 2);
    }

    [Fact]
    public void What_runs_cannot_tell_apart_is_left_out_and_said()
    {
        var found = ExperimentAnalysis.Of(DelimitedTable.Parse("x", "a,b,c,y\n-1,-1,1,1\n1,-1,-1,2\n-1,1,-1,3\n1,1,1,9"), new AnalysisRequest());
        found.Terms.Count.ShouldBe(3);
        found.Deviation.ShouldBeNull();
        found.Notes[0].ShouldContain("a × b");
    }

    [Theory]
    [InlineData("a,y\n1,1\n2,2", "too-few-points")]
    [InlineData("a,y\n1,1\n1,2\n1,3", "constant-data")]
    [InlineData("a,y\n1,5\n2,5\n3,5", "constant-data")]
    [InlineData("a,y\n1,5\n,5\n3,6", "missing-values")]
    [InlineData("y\n1\n2\n3", "malformed-input")]
    [InlineData("a,y\n1,x\n2,5\n3,6", "invalid-value")]
    public void Tables_that_say_nothing_are_refused_by_name(string table, string problem) =>
        Should.Throw<ProblemException>(() => ExperimentAnalysis.Of(DelimitedTable.Parse("x", table), new AnalysisRequest())).Problem.Kind.Code.ShouldBe(problem);

    [Theory]
    [InlineData("factorial", "a 1 2", null, null)]
    [InlineData("factorial", "a 1 2; b 1 2", 3, null)]
    [InlineData("factorial", "a 1 2; b 1 2; c 1 2", null, "Z")]
    [InlineData("factorial", "a 1 2; b 1 2; c 1 2; d 1 2", null, "A")]
    [InlineData("box-behnken", "a 1 2; b 1 2", null, null)]
    [InlineData("guess", "a 1 2; b 1 2", null, null)]
    [InlineData("factorial", "a 1 2; a 1 2", null, null)]
    public void Plans_that_cannot_be_are_refused_by_name(string kind, string factors, int? fraction, string? generators) =>
        Should.Throw<ProblemException>(() => ExperimentPlanner.Of(new ExperimentRequest(kind, factors, fraction, generators))).Problem.Kind.ShouldBe(CommonProblems.InvalidValue);

    [Fact]
    public void Factors_that_make_no_sense_are_refused_by_name()
    {
        Should.Throw<ProblemException>(() => ExperimentPlanner.Of(new ExperimentRequest(null, "a 2 1; b 1 2"))).Problem.Kind.ShouldBe(QualityProblems.LimitsCrossed);
        Should.Throw<ProblemException>(() => ExperimentPlanner.Of(new ExperimentRequest(null, "a; b 1 2"))).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
        Should.Throw<ProblemException>(() => ExperimentAnalysis.Of(DelimitedTable.Parse("x", "a,y\n1,1\n2,2\n3,4"), new AnalysisRequest("z"))).Problem.Kind.ShouldBe(CommonProblems.NotFound);
        Should.Throw<ProblemException>(() => ExperimentAnalysis.Of(DelimitedTable.Parse("x", "a,y\n1,1\n2,2\n3,4"), new AnalysisRequest(Model: "cubic"))).Problem.Kind.ShouldBe(CommonProblems.InvalidValue);
    }

    private static TermResource Term(AnalysisResource found, string name) => found.Terms.First(term => term.Name == name);

    private static void Orthogonal(double[][] runs)
    {
        for (var i = 0; i < runs[0].Length; i++)
        {
            runs.Sum(run => run[i]).ShouldBe(0);
            for (var j = 0; j < i; j++) runs.Sum(run => run[i] * run[j]).ShouldBe(0);
        }
    }
}
