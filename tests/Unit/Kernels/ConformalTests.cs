using Voltloop.Kernels.Conformal;
using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Kernels.Regression;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class ConformalTests
{
    [Fact]
    public void The_quantile_counts_the_case_to_come()
    {
        double[] scores = [5, 1, 4, 2, 3, 9, 8, 7, 6];
        ConformalQuantile.Upper(scores, 0.9).ShouldBe(9);
        ConformalQuantile.Upper(scores, 0.5).ShouldBe(5);
        ConformalQuantile.Lower(scores, 0.9).ShouldBe(1);
    }

    [Fact]
    public void Too_few_cases_give_no_finite_end()
    {
        ConformalQuantile.Fewest(0.9).ShouldBe(9);
        ConformalQuantile.Upper(Enumerable.Repeat(1.0, 8), 0.9).ShouldBe(double.PositiveInfinity);
        ConformalQuantile.Upper(Enumerable.Repeat(1.0, 9), 0.9).ShouldBe(1);
    }

    [Fact]
    public void Errors_measured_in_sizes_give_wide_intervals_where_errors_are_large()
    {
        var conformal = SplitConformal.Of([1, -2, 3, -4, 5, -6, 7, -8, 9], [1, 2, 3, 4, 5, 6, 7, 8, 9], 0.9);
        conformal.Reach.ShouldBe(1);
        conformal.Around(10, 0.5).ShouldBe(new Bounds(9.5, 10.5));
    }

    [Fact]
    public void Jackknife_plus_holds_new_cases_about_as_often_as_it_says()
    {
        var (held, asked) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var (features, target) = Noisy(40, seed);
            var (known, values) = (features.TakeRows([.. Enumerable.Range(0, 30)]), target[..30]);
            var models = Folds.LeaveOneOut(30).Select(fold => OrdinaryLeastSquares.Fit(known.TakeRows(fold.Kept), Array.ConvertAll(fold.Kept, i => values[i]))).ToArray();
            double[] errors = [.. models.Select((model, i) => values[i] - model.Predict(known.Row(i)))];
            for (var i = 30; i < 40; i++, asked++)
            {
                double[] predictions = [.. models.Select(model => model.Predict(features.Row(i)))];
                held += JackknifePlus.Interval(predictions, errors, 0.9).Holds(target[i]) ? 1 : 0;
            }
        }

        (held / (double)asked).ShouldBeInRange(0.87, 0.95);
    }

    private static (Matrix Features, double[] Target) Noisy(int cases, int seed)
    {
        var random = new Random(seed);
        var (features, target) = (new Matrix(cases, 2), new double[cases]);
        for (var i = 0; i < cases; i++)
        {
            (features[i, 0], features[i, 1]) = (random.NextDouble(), random.NextDouble());
            // Heavy-tailed on purpose: conformal intervals presume no distribution.
            target[i] = features[i, 0] - features[i, 1] + (0.1 * Math.Tan(Math.PI * 0.9 * (random.NextDouble() - 0.5)));
        }

        return (features, target);
    }
}
