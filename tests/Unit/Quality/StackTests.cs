using Voltloop.Core.Problems;
using Voltloop.Kernels.Tolerances;
using Voltloop.Quality;
using Voltloop.Quality.ReadTables;
using Voltloop.Quality.StackTolerances;

namespace Voltloop.Tests.Unit.Quality;

public sealed class StackTests
{
    private const string Motor = """
        name,nominal,plus,minus
        screw thread,-0.375,0.031,0
        washer,0.032,0.002,0.002
        bearing cap,0.06,0.003,0.003
        bearing,0.438,0,0.015
        spacer,0.12,0.005,0.005
        rotor,1.5,0.010,0.004
        spacer 2,0.12,0.005,0.005
        bearing 2,0.438,0,0.015
        pulley,0.45,0.007,0.007
        shaft,-3.019,0,0.012
        tapped hole,0.3,0.03,0.03
        """;

    [Fact]
    public void The_motor_of_the_handbook_adds_up()
    {
        var sum = Of(Motor).Sums[0];
        sum.Nominal.ShouldBe(0.0615, 1e-12);
        sum.WorstCase.ShouldBe(0.0955, 1e-12);
        sum.Rss.ShouldBe(0.0380756, 5e-8);
        sum.Factor!.Value.ShouldBe(1.325510, 5e-7);
        sum.ModifiedRss.ShouldBe(0.0504696, 5e-8);
    }

    [Fact]
    public void The_vector_loop_of_the_handbook_adds_up_from_its_sensitivities()
    {
        (double Nominal, double Half, double Slope)[] rows = [(0.875, 0.01, -0.5146), (1.625, 0.02, 0.1567), (1.7, 0.012, 0.418), (0.875, 0.01, -1), (2.625, 0.02, -0.054), (7.875, 0.03, 0.4372), (4.125, 0.01, 1), (1.125, 0.02, -0.9956), (3.625, 0.015, -0.753), (5.125, 0.02, -0.4006), (1, 0.01, -1.0914)];
        var sum = Of("name,nominal,tolerance,sensitivity\n" + string.Join('\n', rows.Select((row, i) => FormattableString.Invariant($"{i},{row.Nominal},{row.Half},{row.Slope}")))).Sums[0];
        sum.Nominal.ShouldBe(0.0720125, 5e-8);
        sum.WorstCase.ShouldBe(0.097625, 5e-7);
        sum.Rss.ShouldBe(0.0337940, 5e-8);
    }

    [Fact]
    public void A_simulation_says_how_sure_it_is_and_is_the_same_for_the_same_seed()
    {
        var request = new StackRequest(Lsl: 0.03, Usl: 0.1, Runs: 200_000, Seed: 4);
        var found = Of(Motor, request).Simulation;
        (found.Mean, found.MeanError).ShouldBe((Of(Motor, request).Simulation.Mean, Of(Motor, request).Simulation.MeanError));
        Math.Abs(found.Mean - 0.0615).ShouldBeLessThan(4 * found.MeanError);
        found.MeanError.ShouldBe(0.0380756 / 3 / Math.Sqrt(200_000), 1e-7);
        Math.Abs(found.Sigma - (0.0380756 / 3)).ShouldBeLessThan(4 * found.SigmaError);
        Math.Abs(found.RejectsPpm!.Value - found.NormalPpm!.Value).ShouldBeLessThan(4 * found.RejectsErrorPpm!.Value);
        Of(Motor, request with { Seed = 5 }).Simulation.Mean.ShouldNotBe(found.Mean);
    }

    [Theory]
    [InlineData("uniform", 0.57735026918962573)]
    [InlineData("triangular", 0.40824829046386302)]
    [InlineData("triangular 9", 0.47140452079103168)]
    [InlineData("beta 2 5", 0.31943828249996997)]
    [InlineData("inspected 0.7", 0.50227662891606)]
    public void Distributions_have_their_moments_and_are_drawn_with_them(string words, double sigma)
    {
        var result = Of($"name,nominal,tolerance,distribution\na,10,1,{words}", new StackRequest(Lsl: 9, Usl: 11, Runs: 400_000));
        result.Sums[0].Sigma.ShouldBe(sigma, 2e-5);
        Math.Abs(result.Simulation.Mean - result.Sums[0].Mean).ShouldBeLessThan(4 * result.Simulation.MeanError);
        Math.Abs(result.Simulation.Sigma - sigma).ShouldBeLessThan(2e-5 + (4 * result.Simulation.SigmaError));
        result.Simulation.RejectsPpm.ShouldBe(0);
        result.Simulation.RejectsErrorPpm!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Measured_values_are_the_distribution_and_the_gauge_is_taken_out()
    {
        var plain = Of("name,nominal,distribution,measured\na,,measured,1 2 3 4 10", new StackRequest(Runs: 100_000));
        plain.Sums[0].Mean.ShouldBe(4);
        plain.Sums[0].Sigma.ShouldBe(Math.Sqrt(12.5), 1e-12);
        plain.Simulation.Skewness.ShouldBeGreaterThan(0.5);
        Of("name,nominal,distribution,measured,gauge\na,,measured,1 2 3 4 10,1.5", new StackRequest(Runs: 1000)).Sums[0].Sigma.ShouldBe(Math.Sqrt(12.5 - 2.25), 1e-12);
    }

    [Fact]
    public void Cells_in_modules_vary_each_by_itself()
    {
        var found = Of("stack,name,nominal,tolerance,sensitivity,count,distribution\ncell,can,29,0.12,1,1,\ngap,frame,350,0.3,1,1,\ngap,cells,,,-1,12,stack cell");
        found.Sums.Select(sum => sum.Stack).ShouldBe(["cell", "gap"]);
        found.Sums[1].Nominal.ShouldBe(2, 1e-12);
        found.Sums[1].Rss.ShouldBe(Math.Sqrt((12 * 0.0144) + 0.09), 1e-12);
        found.Sums[1].WorstCase.ShouldBe(1.74, 1e-12);
        found.Contributors.Sum(part => part.Percent).ShouldBe(100, 1e-9);
        found.Contributors[0].Name.ShouldBe("cells / can");
    }

    [Fact]
    public void The_generator_is_normal_far_into_its_tails()
    {
        var values = new float[1 << 20];
        new NormalLanes(11).AddTo(values, 1);
        foreach (var z in new[] { 0.5, 1, 2, 3, 4 })
        {
            var (expected, beyond) = (values.Length * 2 * Voltloop.Kernels.Distributions.Normal.Upper(z), values.Count(value => Math.Abs(value) > z));
            Math.Abs(beyond - expected).ShouldBeLessThan(4 * Math.Sqrt(expected) + 1);
        }

        // Neighbours, halves of a pair and lanes are not correlated.
        foreach (var lag in new[] { 1, 16, 32 }) Math.Abs(values.Skip(lag).Zip(values, (a, b) => (double)a * b).Sum() / Math.Sqrt(values.Length)).ShouldBeLessThan(4);
    }

    [Theory]
    [InlineData("name,nominal,plus,minus\na,1,-0.02,0.01", "negative-width")]
    [InlineData("name,nominal,tolerance\na,1,-0.02", "negative-width")]
    [InlineData("stack,name,nominal,tolerance,distribution\na,x,,,stack b\nb,y,,,stack a", "cyclic-stack")]
    [InlineData("stack,name,nominal,tolerance,distribution\na,x,,,stack a", "cyclic-stack")]
    [InlineData("name,nominal,distribution,measured,gauge\na,1,measured,1 2 3,5", "gauge-exceeds-spread")]
    [InlineData("name,nominal,distribution,measured\na,1,measured,1 1 1", "constant-data")]
    [InlineData("name,nominal,distribution,measured\na,1,measured,1", "too-few-points")]
    [InlineData("name,nominal,tolerance\na,1,0", "constant-data")]
    [InlineData("name,nominal,tolerance\na,,0.1", "invalid-value")]
    [InlineData("name,nominal,tolerance,distribution\na,1,0.1,cauchy", "invalid-value")]
    [InlineData("name,nominal,tolerance,count\na,1,0.1,1.5", "invalid-value")]
    [InlineData("name,nominal,distribution\na,1,signal m s 2024-03-05", "bad-request")]
    [InlineData("a,b\nx,y", "malformed-input")]
    public void What_makes_no_sense_is_refused_by_name(string table, string problem) =>
        Should.Throw<ProblemException>(() => Of(table)).Problem.Kind.Code.ShouldBe(problem);

    [Fact]
    public void Requests_out_of_bounds_are_refused_by_name()
    {
        Should.Throw<ProblemException>(() => Of(Motor, new StackRequest(Lsl: 2, Usl: 1))).Problem.Kind.ShouldBe(QualityProblems.LimitsCrossed);
        Should.Throw<ProblemException>(() => Of(Motor, new StackRequest(Runs: 10))).Problem.Kind.ShouldBe(CommonProblems.InvalidValue);
        Should.Throw<ProblemException>(() => Of(Motor, new StackRequest(Stack: "x"))).Problem.Kind.ShouldBe(CommonProblems.NotFound);
        Should.Throw<ProblemException>(() => Of(Motor, new StackRequest(By: "luck"))).Problem.Kind.ShouldBe(CommonProblems.InvalidValue);
        Should.Throw<ProblemException>(() => Of(Motor, new StackRequest(Allocate: -1))).Problem.Kind.ShouldBe(QualityProblems.NegativeWidth);
    }

    internal static StackResource Of(string table, StackRequest? request = null) => StackAnalysis.Of(DelimitedTable.Parse("x", table), request ?? new StackRequest(Runs: 1000));
}
