using Voltloop.Core.Problems;
using Voltloop.Kernels.Tolerances;
using Voltloop.Quality.StackTolerances;

namespace Voltloop.Tests.Unit.Quality;

public sealed class StackGeometryTests
{
    private const string Locators = """
        scheme,kind,name,x,y,z,nx,ny,nz,tolerance
        wide,locator,A1,0,0,0,0,0,1,0.05
        wide,locator,A2,100,0,0,0,0,1,0.05
        wide,locator,A3,0,100,0,0,0,1,0.05
        wide,locator,B1,0,0,0,0,1,0,0.05
        wide,locator,B2,100,0,0,0,1,0,0.05
        wide,locator,C,0,50,0,1,0,0,0.05
        narrow,locator,A1,0,0,0,0,0,1,0.05
        narrow,locator,A2,50,0,0,0,0,1,0.05
        narrow,locator,A3,0,50,0,0,0,1,0.05
        narrow,locator,B1,0,0,0,0,1,0,0.05
        narrow,locator,B2,50,0,0,0,1,0,0.05
        narrow,locator,C,0,50,0,1,0,0,0.05
        ,point,corner,100,100,0,0,0,1,0.02
        """;

    [Fact]
    public void A_triangle_closes_with_the_cosine_rule_and_its_slopes()
    {
        // Two known sides with their angles, one closing side of unknown length and angle: 3, 4, 5.
        var found = StackTests.Of("name,length,angle,tolerance,angle_tolerance,unknown\na,3,0,0.03,0,\nb,4,90,0.03,0.1,\nc,4,230,,,length angle");
        found.Kind.ShouldBe("loop");
        found.Sums[0].Stack.ShouldBe("c length");
        found.Sums[0].Nominal.ShouldBe(5, 1e-9);
        var slopes = found.Sums.Count == 2 ? StackTests.Of("name,length,angle,tolerance,angle_tolerance,unknown\na,3,0,0.03,0,\nb,4,90,0.03,0.1,\nc,4,230,,,length angle", new StackRequest("c length", Runs: 1000)).Contributors : [];
        slopes.First(part => part.Name == "a length").Sensitivity.ShouldBe(0.6, 1e-9);
        slopes.First(part => part.Name == "b length").Sensitivity.ShouldBe(0.8, 1e-9);
        // Turning b by a radian moves its end by 4 across it; along c that is 4 times 0.6, towards a.
        slopes.First(part => part.Name == "b angle (°)").Sensitivity.ShouldBe(-2.4 * Math.PI / 180, 1e-9);
    }

    [Fact]
    public void A_loop_in_space_closes()
    {
        var found = StackTests.Of("name,length,angle,elevation,tolerance,unknown\nx,2,0,0,0.1,\ny,3,90,0,0.1,\nz,6,0,90,0.1,\nback,6.5,230,-50,,length angle elevation");
        found.Sums[0].Nominal.ShouldBe(7, 1e-9);
        found.Sums[0].Rss.ShouldBe(0.1 * Math.Sqrt(((2 * 2) + (3 * 3) + (6 * 6)) / 49.0), 1e-9);
    }

    [Theory]
    [InlineData("name,length,angle,tolerance,unknown\na,3,0,0.1,\nb,2,180,,length\nc,1,0,,length", "unsolvable-stack")]
    [InlineData("name,length,angle,tolerance,unknown\na,3,0,0.1,\nb,2,180,0.1,length", "unsolvable-stack")]
    [InlineData("name,length,angle,tolerance,unknown\na,3,0,0.1,\nb,1,90,0.1,angle\nc,1,200,0.1,angle", "unsolvable-stack")]
    [InlineData("name,length,angle,tolerance,unknown\na,3,0,0.1,width\nb,2,180,0.1,length", "invalid-value")]
    public void Loops_without_one_solution_are_refused_by_name(string table, string problem) =>
        Should.Throw<ProblemException>(() => StackTests.Of(table)).Problem.Kind.Code.ShouldBe(problem);

    [Fact]
    public void Errors_of_locators_reach_a_corner_by_the_lever()
    {
        var wide = StackTests.Of(Locators, new StackRequest("wide: corner", Runs: 1000));
        // z = A1 + (A2 - A1) x / 100 + (A3 - A1) y / 100, at 100, 100.
        wide.Contributors.First(part => part.Name == "A1").Sensitivity.ShouldBe(-1, 1e-9);
        wide.Contributors.First(part => part.Name == "A2").Sensitivity.ShouldBe(1, 1e-9);
        wide.Contributors.First(part => part.Name == "C").Sensitivity.ShouldBe(0, 1e-9);
        wide.Sums[0].Rss.ShouldBe(Math.Sqrt((3 * 0.0025) + 0.0004), 1e-12);
        wide.Layouts.First(layout => layout.Layout == "wide").Robustness.ShouldBe(Math.Sqrt(3), 1e-9);
        // Half the base, twice the lever: -3, 2, 2.
        wide.Layouts.First(layout => layout.Layout == "narrow").Robustness.ShouldBe(Math.Sqrt(17), 1e-9);
    }

    [Fact]
    public void Locators_that_do_not_hold_the_part_are_refused_by_name()
    {
        Should.Throw<ProblemException>(() => StackTests.Of(Locators.Replace("wide,locator,A3,0,100", "wide,locator,A3,50,0", StringComparison.Ordinal))).Problem.Kind.Code.ShouldBe("singular-locators");
        Should.Throw<ProblemException>(() => StackTests.Of(Locators.Replace("wide,locator,C,0,50,0,1,0,0,0.05\n", "", StringComparison.Ordinal))).Problem.Kind.Code.ShouldBe("singular-locators");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tolerances_of_the_least_cost_meet_the_closed_form(bool worst)
    {
        (double Cost, double Slope)[] parts = [(1, 1), (4, -2), (0.3, 0.5)];
        var table = "name,nominal,tolerance,sensitivity,cost\n" + string.Join('\n', parts.Select((part, i) => FormattableString.Invariant($"{i},1,0.1,{part.Slope},{part.Cost}")));
        var found = StackTests.Of(table, new StackRequest(Runs: 1000, Allocate: 0.2, By: worst ? "worst" : "rss")).Allocation;
        // Reciprocal cost: t is the root of c / |s| for the worst case, the cube root of c / s² for squares, times what meets the bound.
        double[] shape = [.. parts.Select(part => worst ? Math.Sqrt(part.Cost / Math.Abs(part.Slope)) : Math.Cbrt(part.Cost / (part.Slope * part.Slope)))];
        var scale = 0.2 / (worst ? parts.Select((part, i) => Math.Abs(part.Slope) * shape[i]).Sum() : Math.Sqrt(parts.Select((part, i) => Math.Pow(part.Slope * shape[i], 2)).Sum()));
        for (var i = 0; i < parts.Length; i++) found[i].Chosen.ShouldBe(shape[i] * scale, 1e-10);
        found.Sum(row => row.ChosenCost).ShouldBeLessThan(parts.Sum(part => part.Cost / (0.2 / (worst ? 3.5 : Math.Sqrt(5.25)))));
    }

    [Fact]
    public void Bounds_hold_tolerances_and_the_rest_is_shared_again()
    {
        var found = StackTests.Of("name,nominal,tolerance,cost,largest\na,1,0.1,1,0.05\nb,1,0.1,1,\nfixed,1,0.03,,", new StackRequest(Runs: 1000, Allocate: 0.13)).Allocation;
        found[0].Chosen.ShouldBe(0.05, 1e-12);
        found[0].Held.ShouldBeTrue();
        found[1].Chosen.ShouldBe(Math.Sqrt((0.13 * 0.13) - 0.0025 - 0.0009), 1e-10);
        Should.Throw<ProblemException>(() => StackTests.Of("name,nominal,tolerance,cost,smallest\na,1,0.1,1,0.05", new StackRequest(Runs: 1000, Allocate: 0.04))).Problem.Kind.Code.ShouldBe("bound-too-tight");
        Should.Throw<ProblemException>(() => StackTests.Of("name,nominal,tolerance\na,1,0.1", new StackRequest(Runs: 1000, Allocate: 0.04))).Problem.Kind.ShouldBe(CommonProblems.BadRequest);
    }
}
