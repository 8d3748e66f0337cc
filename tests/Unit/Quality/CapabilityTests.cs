using Voltloop.Core.Problems;
using Voltloop.Quality;
using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.Model;

namespace Voltloop.Tests.Unit.Quality;

public sealed class CapabilityTests
{
    // The textbook rounds d2.
    private const double Rounded = 1e-4;

    [Fact]
    public void Piston_rings_are_as_capable_as_the_textbook_says()
    {
        var groups = TextbookFile.Rows("spc_textbook", "pistonrings.txt").GroupBy(row => row[1]).Take(25).Select(group => new ChartSample($"{group.Key}", [.. group.Select(row => row[0])])).ToArray();
        var found = CapabilityAssessment.Of("rings", groups, new CapabilityRequest(73.95, 74.05));
        Index(found, "Cp", (1.7032806, 1.4914109, 1.9148264));
        Index(found, "Cpk", (1.6632194, 1.4481290, 1.8783099));
        // The interval there has Boyles' degrees of freedom without the square above the line: 123.2 instead of 125.0.
        found.Indices.First(one => one.Name == "Cpm").Value.ShouldBe(1.6911111, Rounded);
        found.Shape.ShouldStartWith("normal");
        found.Outside.ShouldBe(0);
    }

    [Fact]
    public void The_error_of_the_gauge_is_taken_out_of_the_index_and_makes_charts_slower()
    {
        var found = CapabilityAssessment.Of("x", Singles(200), new CapabilityRequest(-4, 4, GaugeSigma: 0.6)).WithoutGauge!;
        found.TruePpk!.Value.ShouldBeGreaterThan(found.ObservedPpk);
        (found.ObservedPpk / found.TruePpk.Value).ShouldBe(Math.Sqrt(1 - Math.Pow(found.SharePercent / 100, 2)), 1e-12);
        found.RunLengthOfOne!.Value.ShouldBeGreaterThan(found.RunLengthWithoutGauge);
        found.RunLengthWithoutGauge.ShouldBe(43.8946817, 1e-6);
        CapabilityAssessment.Of("x", Singles(200), new CapabilityRequest(-4, 4, GaugeSigma: 9)).WithoutGauge!.TruePpk.ShouldBeNull();
    }

    [Fact]
    public void Skewed_values_are_judged_by_a_power_or_by_percentiles_and_it_says_which()
    {
        var few = CapabilityAssessment.Of("x", [.. Singles(200).Select(sample => sample with { Values = [Math.Exp(0.5 * sample.Values[0])] })], new CapabilityRequest(Usl: 6));
        few.Shape.ShouldContain("Box-Cox with power");
        few.Indices.ShouldContain(index => index.Name == "Ppk, Box-Cox");
        var many = CapabilityAssessment.Of("x", [.. Singles(2000).Select(sample => sample with { Values = [Math.Exp(0.5 * sample.Values[0])] })], new CapabilityRequest(Usl: 6));
        many.Shape.ShouldContain("percentiles are used");
    }

    [Fact]
    public void One_limit_gives_the_exact_bound_and_no_Cp()
    {
        var names = CapabilityAssessment.Of("x", Singles(50), new CapabilityRequest(Usl: 4)).Indices.Select(index => index.Name).ToArray();
        names.ShouldContain("Cpk, exact lower bound");
        names.ShouldNotContain("Cp");
    }

    [Fact]
    public void Missing_limits_are_refused_by_name() => Refused(QualityProblems.LimitsMissing, () => CapabilityAssessment.Of("x", Singles(50), new CapabilityRequest()));

    [Fact]
    public void Crossed_limits_are_refused_by_name() => Refused(QualityProblems.LimitsCrossed, () => CapabilityAssessment.Of("x", Singles(50), new CapabilityRequest(2, 1)));

    [Fact]
    public void One_value_is_refused_by_name() => Refused(QualityProblems.TooFewPoints, () => CapabilityAssessment.Of("x", [new ChartSample("1", [1])], new CapabilityRequest(0, 2)));

    [Fact]
    public void Constant_values_are_refused_by_name() =>
        Refused(QualityProblems.ConstantData, () => CapabilityAssessment.Of("x", [.. Enumerable.Range(0, 20).Select(i => new ChartSample($"{i}", [1.0]))], new CapabilityRequest(0, 2)));

    [Fact]
    public void Missing_values_are_counted() =>
        CapabilityAssessment.Of("x", [.. Singles(50), new ChartSample("gap", [double.NaN])], new CapabilityRequest(-4, 4)).Notes.ShouldContain("1 values are missing and were left out.");

    private static ChartSample[] Singles(int count)
    {
        double[] values = [.. Enumerable.Range(1, count).Select(i => Voltloop.Kernels.Distributions.Normal.UpperQuantile(i / (count + 1.0)))];
        new Random(4).Shuffle(values);
        return [.. values.Select((value, i) => new ChartSample($"{i}", [value]))];
    }

    private static void Index(CapabilityResource found, string name, (double Value, double Lower, double Upper) expected)
    {
        var index = found.Indices.First(one => one.Name == name);
        index.Value.ShouldBe(expected.Value, Rounded);
        index.Lower!.Value.ShouldBe(expected.Lower, Rounded);
        index.Upper!.Value.ShouldBe(expected.Upper, Rounded);
    }

    private static void Refused(ProblemKind kind, Action action) => Should.Throw<ProblemException>(action).Problem.Kind.ShouldBe(kind);
}
