using Voltloop.Kernels.Distributions;

namespace Voltloop.Tests.Unit.Kernels;

// Expected values: scipy.stats 1.10.1 (isf, cdf, sf).
public sealed class QuantileTests
{
    [Theory]
    [InlineData(0.01, 2.5, 10, 0.5063364573142299)]
    [InlineData(0.0027, 1, 9.5, 0.46344130342468914)]
    [InlineData(0.05, 26, 211, 0.1448053974173346)]
    [InlineData(0.001, 0.5, 0.5, 0.999997532600929)]
    [InlineData(1e-06, 5, 3, 0.9969334952342433)]
    [InlineData(0.5, 150, 2, 0.9889100487470673)]
    [InlineData(0.99, 2, 30, 0.00485948854805792)]
    [InlineData(0.005, 1.5, 12.5, 0.39590993818393894)]
    public void Of_beta(double tail, double a, double b, double expected)
    {
        Beta.UpperQuantile(tail, a, b).ShouldBe(expected, 1e-9 * expected);
        Beta.Quantile(1 - tail, a, b).ShouldBe(expected, 1e-9 * expected);
    }

    [Theory]
    [InlineData(0.01, 11, 489, 2.284101678178313)]
    [InlineData(0.001, 2, 38, 8.330547877465518)]
    [InlineData(0.05, 1, 1, 161.44763879758827)]
    [InlineData(0.0027, 52, 448, 1.6956113775770782)]
    [InlineData(1e-06, 3, 5, 554.5893099157383)]
    [InlineData(0.5, 7, 4, 1.0796884586259734)]
    [InlineData(0.99, 10, 20, 0.22699441321991307)]
    [InlineData(0.999, 1, 30, 1.5971916044593824e-06)]
    [InlineData(0.05, 5, 3000, 2.2170797363826216)]
    public void Of_F(double tail, double over, double under, double expected)
    {
        FisherF.UpperQuantile(tail, over, under).ShouldBe(expected, 1e-9 * expected);
        FisherF.Quantile(1 - tail, over, under).ShouldBe(expected, 1e-9 * expected);
        FisherF.Upper(expected, over, under).ShouldBe(tail, 1e-9 * tail);
    }

    [Theory]
    [InlineData(0.01, 11, 24.72497031131828)]
    [InlineData(0.0027, 52, 84.86984959048299)]
    [InlineData(0.05, 1, 3.8414588206941285)]
    [InlineData(1e-09, 4, 47.87945573114794)]
    [InlineData(0.5, 0.5, 0.08734760470574676)]
    [InlineData(0.99, 2, 0.020100671707002887)]
    [InlineData(0.999999, 3, 0.00024181048720587874)]
    [InlineData(0.001, 500, 603.4460057951776)]
    public void Of_chi_square(double tail, double degrees, double expected)
    {
        ChiSquare.UpperQuantile(tail, degrees).ShouldBe(expected, 1e-9 * expected);
        ChiSquare.Quantile(1 - tail, degrees).ShouldBe(expected, 1e-8 * expected);
    }

    [Theory]
    [InlineData(0.3, 2, 5, 0.5798250000000003, 0.4201749999999998)]
    [InlineData(1e-08, 0.5, 3, 0.00018749999875000004, 0.99981250000125)]
    [InlineData(0.999999, 4, 0.5, 0.9978125021874672, 0.0021874978125327633)]
    [InlineData(0.5, 300, 310, 0.6573251825149168, 0.3426748174850832)]
    [InlineData(0.02, 26, 211, 3.3724722357931138e-12, 0.9999999999966275)]
    public void Both_tails_of_beta_keep_their_digits(double x, double a, double b, double below, double above)
    {
        Beta.Cumulative(x, a, b).ShouldBe(below, 1e-9 * below);
        Beta.Upper(x, a, b).ShouldBe(above, 1e-9 * above);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    public void Impossible_probabilities_are_refused(double probability)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Beta.Quantile(probability, 2, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => FisherF.UpperQuantile(probability, 2, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => ChiSquare.Quantile(probability, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => ChiSquare.UpperQuantile(0.5, 0));
    }
}
