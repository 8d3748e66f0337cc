using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Regression;

namespace Voltloop.Quality.Model.Gate;

/// <summary>
/// How well a gate would have done: method and intervals are chosen anew without each part of the units, and judged on that
/// part only, so nothing that is printed has been seen by what predicted it.
/// </summary>
/// <param name="Units">Units as judged, in the order of the table.</param>
/// <param name="Methods">Method chosen without each part.</param>
/// <param name="Loss">For each feature by how much the root mean squared error grows when it is shuffled among the units left out, unit of the outcome.</param>
internal sealed record GateTrial(IReadOnlyList<TriedUnit> Units, IReadOnlyList<string> Methods, IReadOnlyList<double> Loss)
{
    private const int Seed = 7;
    private const double Least = 0.01;

    /// <summary>Root of the mean squared error, unit of the outcome.</summary>
    public double Rmse => Math.Sqrt(Units.Average(unit => Square(unit.Outcome - unit.Predicted)));

    /// <summary>The same for the mean of the units learned from.</summary>
    public double BaselineRmse => Math.Sqrt(Units.Average(unit => Square(unit.Outcome - unit.Baseline)));

    /// <summary>Part of the variance that is explained; 0 or below when the mean does as well.</summary>
    public double Explained => 1 - Square(Rmse / BaselineRmse);

    /// <summary>Whether the squared errors are smaller than those of the mean by more than chance (one-sided 5 %, paired by unit) and by more than 1 %.</summary>
    public bool Predicts
    {
        get
        {
            double[] gains = [.. Units.Select(unit => Square(unit.Outcome - unit.Baseline) - Square(unit.Outcome - unit.Predicted))];
            var (mean, deviation) = (gains.Average(), Subgroup.Deviation(gains));
            return Explained > Least && mean > Normal.UpperQuantile(0.05) * deviation / Math.Sqrt(gains.Length);
        }
    }

    /// <summary>Mean of the absolute errors over the outcomes; <c>null</c> when an outcome is 0.</summary>
    public double? RelativeError => Units.Any(unit => unit.Outcome == 0) ? null : Units.Average(unit => Math.Abs((unit.Outcome - unit.Predicted) / unit.Outcome));

    /// <summary>Part of the units whose interval held the outcome.</summary>
    public double Coverage => Units.Count(unit => unit.Interval.Holds(unit.Outcome)) / (double)Units.Count;

    /// <summary>Mean width of the intervals, unit of the outcome.</summary>
    public double Width => Units.Average(unit => unit.Interval.Width);

    /// <summary>Tries a gate.</summary>
    public static GateTrial Of(GateTable table, double level, CancellationToken cancellation)
    {
        var parts = Folds.Grouped(table.Groups, Math.Min(GateLearner.Parts, table.Groups.Distinct().Count()));
        var (units, methods, losses) = (new TriedUnit[table.Outcome.Length], new string[parts.Count], new double[parts.Count][]);
        Parallel.For(0, parts.Count, new ParallelOptions { CancellationToken = cancellation }, part =>
        {
            var kept = table.Rows(parts[part].Kept);
            var (model, mean) = (GateLearner.Fit(kept), kept.Outcome.Average());
            foreach (var i in parts[part].LeftOut)
            {
                var row = table.Features.Row(i);
                units[i] = new TriedUnit(i, table.Outcome[i], model.Predict(row), model.Interval(row, level), mean);
            }

            (methods[part], losses[part]) = (model.Method, Shuffled(table.Rows(parts[part].LeftOut), model));
        });
        var sizes = parts.Select(part => part.LeftOut.Length).ToArray();
        return new GateTrial(units, methods, [.. table.Names.Select((_, j) => losses.Select((loss, part) => loss[j] * sizes[part]).Sum() / table.Outcome.Length)]);
    }

    // Breiman, Mach. Learn. 45 (2001), section 10: what is lost when a feature says nothing.
    private static double[] Shuffled(GateTable left, CrossFitted model)
    {
        var (random, loss) = (new Random(Seed), new double[left.Names.Count]);
        var before = Rms(left, model);
        for (var j = 0; j < loss.Length; j++)
        {
            var (column, features) = (left.Features.Column(j), left.Features.Copy());
            random.Shuffle(column);
            for (var i = 0; i < column.Length; i++) features[i, j] = column[i];
            loss[j] = Rms(left with { Features = features }, model) - before;
        }

        return loss;
    }

    private static double Rms(GateTable table, CrossFitted model) =>
        Math.Sqrt(Enumerable.Range(0, table.Outcome.Length).Average(i => Square(table.Outcome[i] - model.Predict(table.Features.Row(i)))));

    private static double Square(double value) => value * value;
}
