using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Quality;
using Voltloop.Quality.ReadTables;
using Voltloop.Quality.StudyGauge;

namespace Voltloop.Tests.Unit.Quality;

public sealed class GaugeTests
{
    [Fact]
    public void The_study_of_the_manual_is_read_and_worked_out()
    {
        var found = Worked(File.ReadAllText(SharedData.Require("quality", "spc_textbook", "aiag_msa_grr_10x3x3.csv")));
        found.Design.ShouldBe("crossed");
        found.Method.ShouldContain("pooled");
        found.Spread[0].Percent.ShouldBe(27.860651, 5e-7);
        found.Classes.ShouldBe(4);
        found.InteractionProbability!.Value.ShouldBe(0.97411, 5e-6);
        Worked(File.ReadAllText(SharedData.Require("quality", "spc_textbook", "aiag_msa_grr_10x3x3.csv")), "range").Classes.ShouldBe(5);
    }

    [Fact]
    public void Parts_of_their_own_make_a_nested_study() =>
        Worked("part,appraiser,value\na,A,1\na,A,3\nb,A,5\nb,A,7\nc,B,10\nc,B,12\nd,B,18\nd,B,20").ShouldSatisfyAllConditions(
            found => found.Design.ShouldBe("nested"), found => found.Spread[1].Sigma.ShouldBe(Math.Sqrt(2), 1e-12));

    [Fact]
    public void References_give_bias_and_linearity()
    {
        var rows = new[] { 10.0, 20, 30 }.SelectMany(reference => new[] { -0.1, 0.0, 0.1 }.Select(noise => string.Create(CultureInfo.InvariantCulture, $"p,{reference},{reference + 0.5 + (0.02 * reference) + noise}")));
        var found = Worked("part,reference,value\n" + string.Join('\n', rows));
        found.Linearity!.Slope.ShouldBe(0.02, 1e-9);
        found.Linearity.Intercept.ShouldBe(0.5, 1e-9);
        found.Bias[0].Bias.ShouldBe(0.7, 1e-9);
        found.Bias[0].Probability!.Value.ShouldBeLessThan(0.01);
    }

    [Fact]
    public void Judgements_are_compared_with_each_other_and_with_what_is_right()
    {
        var found = Worked("part,appraiser,judgement,reference\n1,A,good,good\n2,A,bad,bad\n1,B,good,good\n2,B,good,bad");
        found.Agreement.Count.ShouldBe(3);
        found.Agreement[0].Percent.ShouldBe(50);
        found.Agreement[1].Kappa.ShouldBe(1);
        found.Agreement[2].Kappa.ShouldBe(0);
    }

    [Fact]
    public void A_missing_cell_is_named() =>
        Refused(QualityProblems.MissingCell, "part,appraiser,value\n1,A,1\n1,A,2\n2,A,3\n2,A,4\n1,B,1\n1,B,2\n2,B,3").ShouldContain("Part 2 by appraiser B has 1 of 2");

    [Fact]
    public void A_missing_judgement_is_named() => Refused(QualityProblems.MissingCell, "part,appraiser,judgement\n1,A,x\n2,A,y\n1,B,x\n1,B,x").ShouldContain("judgements");

    [Fact]
    public void Equal_measurements_are_refused_by_name() => Refused(QualityProblems.ConstantData, "part,appraiser,value\n1,A,1\n1,A,1\n2,A,1\n2,A,1\n1,B,1\n1,B,1\n2,B,1\n2,B,1");

    [Fact]
    public void A_study_without_repeats_is_refused_by_name() => Refused(QualityProblems.TooFewPoints, "part,appraiser,value\n1,A,1\n2,A,2\n1,B,1\n2,B,2");

    [Fact]
    public void A_table_without_its_columns_is_refused() => Refused(CommonProblems.MalformedInput, "a,b\n1,2").ShouldContain("needs the columns");

    private static GaugeResource Worked(string table, string? method = null) => GaugeAnalysis.Of(DelimitedTable.Parse("study.csv", table), new GaugeRequest(null, method));

    private static string Refused(ProblemKind kind, string table)
    {
        var problem = Should.Throw<ProblemException>(() => Worked(table)).Problem;
        problem.Kind.ShouldBe(kind);
        return problem.Detail;
    }
}
