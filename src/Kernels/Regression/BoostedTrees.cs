using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Trees that each correct what those before left over, for the mean or a quantile (Friedman, Ann. Statist. 29, 2001).</summary>
public sealed class BoostedTrees : IRegression
{
    private readonly double _start;
    private readonly double _rate;
    private readonly List<RegressionTree> _trees = [];

    private BoostedTrees(double start, double rate) => (_start, _rate) = (start, rate);

    /// <summary>A way of fitting with these settings.</summary>
    public static Fit Of(BoostingSettings settings) => (features, target) =>
    {
        var model = new BoostedTrees(Middle(target, settings.Quantile), settings.Rate);
        var (random, columns) = (new Random(settings.Seed), features.Transpose());
        var residual = Array.ConvertAll(target, value => value - model._start);
        for (var t = 0; t < settings.Trees; t++)
        {
            var pull = Array.ConvertAll(residual, value => Pull(value, settings.Quantile));
            var grower = new TreeGrower(columns, pull, settings.Tree, random)
            {
                LeafValue = rows => Middle(Array.ConvertAll(rows, row => residual[row]), settings.Quantile),
            };
            model.Add(grower.Grow(Some(target.Length, settings.CasePart, random)), features, residual);
        }

        return model;
    };

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        var sum = _start;
        foreach (var tree in _trees) sum += _rate * tree.Predict(row);
        return sum;
    }

    private void Add(RegressionTree tree, Matrix features, double[] residual)
    {
        _trees.Add(tree);
        for (var i = 0; i < residual.Length; i++) residual[i] -= _rate * tree.Predict(features.Row(i));
    }

    private static int[] Some(int cases, double part, Random random)
    {
        int[] order = [.. Enumerable.Range(0, cases)];
        if (part >= 1) return order;
        random.Shuffle(order);
        return order[..Math.Max(2, (int)Math.Round(part * cases))];
    }

    // What the loss says to correct: the residual, or its side of the quantile.
    private static double Pull(double residual, double? quantile) => quantile is { } level ? (residual > 0 ? level : level - 1) : residual;

    private static double Middle(double[] values, double? quantile)
    {
        if (quantile is not { } level) return values.Average();
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(level * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
