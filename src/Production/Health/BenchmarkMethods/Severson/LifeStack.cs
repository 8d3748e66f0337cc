using Voltloop.Kernels.Conformal;
using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Kernels.Regression;

namespace Voltloop.Health.BenchmarkMethods.Severson;

/// <summary>
/// The mean of one model from each family, chosen on the training cells alone. Intervals come from the errors of training cells
/// left out of the whole fit, measured in how far the models disagree on each cell (Lei et al. 2018).
/// </summary>
internal sealed class LifeStack
{
    private const int Parts = 8;
    private const int Repeats = 4;
    private const double Level = 0.9;
    private readonly IRegression[] _fitted;
    private readonly SplitConformal _conformal;
    private readonly double _usualSpread;

    private LifeStack(IReadOnlyList<LifeModel> models, double[][] leftOut, IReadOnlyList<SeversonCell> train)
    {
        Models = models;
        var logs = LifeModel.Logs(train);
        _fitted = [.. models.Select(model => model.Fit(model.Table(train), logs))];
        double[] means = [.. Enumerable.Range(0, logs.Length).Select(i => leftOut.Average(one => one[i]))];
        double[] spreads = [.. Enumerable.Range(0, logs.Length).Select(i => Spread([.. leftOut.Select(one => one[i])]))];
        _usualSpread = spreads.Average();
        LeftOutRmse = Scores.Rmse(Array.ConvertAll(means, Life), [.. train.Select(cell => cell.Life)]);
        _conformal = SplitConformal.Of(means.Zip(logs, (p, l) => p - l), spreads.Select(Size), Level);
    }

    /// <summary>The models chosen.</summary>
    public IReadOnlyList<LifeModel> Models { get; }

    /// <summary>Error of training cells left out of the fit, cycles.</summary>
    public double LeftOutRmse { get; }

    /// <summary>Chooses and fits.</summary>
    public static LifeStack Train(IReadOnlyList<SeversonCell> train, Action<string> progress, CancellationToken cancellation)
    {
        var chosen = new List<(LifeModel Model, double[] LeftOut)>();
        foreach (var (name, models) in LifeFamilies.Own)
        {
            progress($"choosing among {models.Count} models of the family {name}");
            chosen.Add(models.Select(model => (model, LeaveOut(model, train, cancellation))).MinBy(one => Error(one.Item2, train)));
        }

        return new LifeStack([.. chosen.Select(one => one.Model)], [.. chosen.Select(one => one.LeftOut)], train);
    }

    /// <summary>Predicts lives with intervals of 90 %.</summary>
    public LifeScore Predict(IReadOnlyList<SeversonCell> cells)
    {
        var tables = Models.Select(model => model.Table(cells)).ToArray();
        double[][] each = [.. Enumerable.Range(0, cells.Count).Select(i => _fitted.Select((model, k) => model.Predict(tables[k].Row(i))).ToArray())];
        return new LifeScore([.. each.Select(logs => Life(logs.Average()))], [.. each.Select(Interval)]);
    }

    private Bounds Interval(double[] logs)
    {
        var around = _conformal.Around(logs.Average(), Size(Spread(logs)));
        return new Bounds(Life(around.Lower), Life(around.Upper));
    }

    // Logarithms of lives left out, meaned over several ways of cutting the cells into parts.
    private static double[] LeaveOut(LifeModel model, IReadOnlyList<SeversonCell> train, CancellationToken cancellation)
    {
        var (table, logs) = (model.Table(train), LifeModel.Logs(train));
        var sum = new double[logs.Length];
        for (var seed = 1; seed <= Repeats; seed++)
        {
            cancellation.ThrowIfCancellationRequested();
            Dot.Add(sum, 1.0 / Repeats, Folds.Predict(table, logs, Folds.Shuffled(logs.Length, Parts, seed), model.Fit));
        }

        return sum;
    }

    private static double Error(double[] logs, IReadOnlyList<SeversonCell> train) => Scores.Rmse(Array.ConvertAll(logs, Life), [.. train.Select(cell => cell.Life)]);

    // Models that agree by chance must not promise an error of nothing.
    private double Size(double spread) => Math.Sqrt((spread * spread) + (_usualSpread * _usualSpread / 4));

    private static double Spread(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double Life(double log) => Math.Pow(10, log);
}
