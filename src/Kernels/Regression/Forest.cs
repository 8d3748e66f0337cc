using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>The mean of many trees: random forest or extremely randomized trees, by its settings.</summary>
public sealed class Forest : IRegression
{
    private readonly RegressionTree[] _trees;

    private Forest(RegressionTree[] trees) => _trees = trees;

    /// <summary>A way of fitting with these settings.</summary>
    public static Fit Of(ForestSettings settings) => (features, target) =>
    {
        var random = new Random(settings.Seed);
        var grower = new TreeGrower(features.Transpose(), target, settings.Tree, random);
        int[] all = [.. Enumerable.Range(0, target.Length)];
        return new Forest([.. Enumerable.Range(0, settings.Trees).Select(_ => grower.Grow(
            settings.Bootstrap ? [.. all.Select(_ => random.Next(all.Length))] : all))]);
    };

    /// <summary>Extremely randomized trees: all cases, random thresholds, all features.</summary>
    public static ForestSettings ExtraTrees(int trees, int seed) => new(trees, seed) { Tree = new TreeSettings { RandomThresholds = true } };

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        var sum = 0.0;
        foreach (var tree in _trees) sum += tree.Predict(row);
        return sum / _trees.Length;
    }
}
