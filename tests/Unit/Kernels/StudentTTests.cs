using Voltloop.Kernels.Distributions;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class StudentTTests
{
    // One degree of freedom is the Cauchy distribution, two have a closed form; the others are printed tables (NIST e-Handbook 1.3.6.7.2).
    [Theory]
    [InlineData(0.975, 5, 2.571)]
    [InlineData(0.975, 10, 2.228)]
    [InlineData(0.975, 18, 2.101)]
    [InlineData(0.975, 100, 1.984)]
    [InlineData(0.95, 3, 2.353)]
    [InlineData(0.995, 30, 2.750)]
    [InlineData(0.999, 7, 4.785)]
    public void Quantiles_agree_with_the_printed_table(double probability, double degrees, double expected) =>
        StudentT.Quantile(probability, degrees).ShouldBe(expected, 0.00051);

    [Theory]
    [InlineData(0.75)]
    [InlineData(0.9)]
    [InlineData(0.975)]
    [InlineData(0.999)]
    public void One_degree_of_freedom_is_the_tangent(double probability) =>
        StudentT.Quantile(probability, 1).ShouldBe(Math.Tan(Math.PI * (probability - 0.5)), 1e-9 * Math.Tan(Math.PI * (probability - 0.5)));

    [Theory]
    [InlineData(0.75)]
    [InlineData(0.975)]
    [InlineData(0.9999)]
    public void Two_degrees_of_freedom_have_a_closed_form(double probability)
    {
        var expected = (2 * probability - 1) / Math.Sqrt(2 * probability * (1 - probability));
        StudentT.Quantile(probability, 2).ShouldBe(expected, 1e-9 * expected);
    }

    [Fact]
    public void Distribution_is_symmetric() =>
        (StudentT.Cumulative(-1.3, 4.5) + StudentT.Cumulative(1.3, 4.5)).ShouldBe(1, 1e-14);

    [Fact]
    public void Impossible_probabilities_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => StudentT.Quantile(1, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => StudentT.Quantile(0.2, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => StudentT.Quantile(0.9, 0));
    }
}
