using Voltloop.Kernels.LeastSquares;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class LevenbergMarquardtTests
{
    [Fact]
    public void The_valley_of_Rosenbrock_is_walked_to_its_end()
    {
        var fit = LevenbergMarquardt.Fit((p, r) => (r[0], r[1]) = (10 * (p[1] - p[0] * p[0]), 1 - p[0]), 2, [-1.2, 1], FitBounds.None(2));
        fit.Parameters[0].ShouldBe(1, 1e-6);
        fit.Parameters[1].ShouldBe(1, 1e-6);
        fit.Converged.ShouldBeTrue();
    }

    [Fact]
    public void A_bound_holds_and_the_rest_fits_around_it()
    {
        // y = 2 x + 3, but the slope may be at most 1: the best intercept is then the mean of y - x.
        double[] x = [0, 1, 2, 3];
        var fit = LevenbergMarquardt.Fit(
            (p, r) =>
            {
                for (var i = 0; i < 4; i++) r[i] = p[0] * x[i] + p[1] - (2 * x[i] + 3);
            },
            4, [0.5, 0], new FitBounds([0, -10], [1, 10]));
        fit.Parameters[0].ShouldBe(1, 1e-9);
        fit.Parameters[1].ShouldBe(4.5, 1e-6);
    }

    [Fact]
    public void Variances_are_those_of_linear_regression()
    {
        double[] x = [0, 1, 2, 3, 4], y = [0.1, 0.9, 2.2, 2.8, 4.1];
        var fit = LevenbergMarquardt.Fit(
            (p, r) =>
            {
                for (var i = 0; i < 5; i++) r[i] = p[0] + p[1] * x[i] - y[i];
            },
            5, [0, 0], FitBounds.None(2));
        var line = Voltloop.Kernels.Capacity.LineFit.Of(x, y);
        fit.Parameters[1].ShouldBe(line.Slope, 1e-6);
        fit.Variance[1].ShouldBe(fit.SumOfSquares / 3 / 10, 1e-9);
    }

    [Fact]
    public void A_parameter_that_nothing_depends_on_is_left_alone_and_unknown()
    {
        var fit = LevenbergMarquardt.Fit((p, r) => (r[0], r[1], r[2]) = (p[0] - 1, p[0] - 2, p[0] - 3), 3, [0, 7], FitBounds.None(2));
        fit.Parameters[0].ShouldBe(2, 1e-6);
        fit.Parameters[1].ShouldBe(7);
        fit.Variance[1].ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Isotonic_regression_pools_what_falls()
    {
        double[] values = [1, 3, 2, 4, 3.5, 3.6];
        Isotonic.Grow(values);
        values.ShouldBe([1, 2.5, 2.5, 3.7, 3.7, 3.7], 1e-12);
    }
}
