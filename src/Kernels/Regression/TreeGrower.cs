using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Grows regression trees that lessen the squared error most at each split (Breiman et al., Classification and Regression Trees, 1984).</summary>
/// <param name="columns">Features, one row per feature.</param>
/// <param name="target">What the splits explain, one per case.</param>
/// <param name="settings">How far to grow.</param>
/// <param name="random">Draws features and thresholds.</param>
internal sealed class TreeGrower(Matrix columns, double[] target, TreeSettings settings, Random random)
{
    private readonly int[] _features = [.. Enumerable.Range(0, columns.Rows)];

    /// <summary>Value of a leaf from the cases in it; the mean of the target unless set.</summary>
    public Func<int[], double>? LeafValue { get; init; }

    /// <summary>Grows a tree from some of the cases.</summary>
    public RegressionTree Grow(int[] rows)
    {
        var tree = new RegressionTree();
        Grow(tree, rows, 0);
        return tree;
    }

    private int Grow(RegressionTree tree, int[] rows, int depth)
    {
        var place = tree.AddLeaf(LeafValue?.Invoke(rows) ?? rows.Average(row => target[row]));
        if (depth >= settings.MaxDepth || rows.Length < 2 * settings.SmallestLeaf || rows.Length < 2 || Find(rows) is not { } split) return place;
        var values = columns.Row(split.Feature).ToArray();
        var left = Grow(tree, Array.FindAll(rows, row => values[row] <= split.Threshold), depth + 1);
        var right = Grow(tree, Array.FindAll(rows, row => values[row] > split.Threshold), depth + 1);
        tree.Split(place, split, left, right);
        return place;
    }

    private (int Feature, double Threshold)? Find(int[] rows)
    {
        var looked = Math.Max(1, (int)Math.Round(settings.FeaturePart * _features.Length));
        // Always: of features that split equally well, no one must be favoured for its place.
        random.Shuffle(_features);
        var mean = rows.Average(row => target[row]);
        var best = (Gain: 1e-12 * rows.Length, Feature: -1, Threshold: 0.0);
        foreach (var feature in _features.AsSpan(0, looked))
        {
            var (gain, threshold) = settings.RandomThresholds ? Draw(rows, feature, mean) : Scan(rows, feature, mean);
            if (gain > best.Gain) best = (gain, feature, threshold);
        }

        return best.Feature < 0 ? null : (best.Feature, best.Threshold);
    }

    private (double Gain, double Threshold) Draw(int[] rows, int feature, double mean)
    {
        var values = columns.Row(feature);
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var row in rows) (low, high) = (Math.Min(low, values[row]), Math.Max(high, values[row]));
        var threshold = low + (random.NextDouble() * (high - low));
        if (!(low < high) || threshold >= high) return (0, 0);
        var (count, sum) = (0, 0.0);
        foreach (var row in rows)
        {
            if (values[row] > threshold) continue;
            count++;
            sum += target[row] - mean;
        }

        return (Gain(count, rows.Length, sum), threshold);
    }

    private (double Gain, double Threshold) Scan(int[] rows, int feature, double mean)
    {
        var values = columns.Row(feature);
        var (keys, order) = (new double[rows.Length], rows.ToArray());
        for (var i = 0; i < rows.Length; i++) keys[i] = values[rows[i]];
        Array.Sort(keys, order);
        var (sum, best) = (0.0, (Gain: 0.0, Threshold: 0.0));
        for (var i = 0; i + 1 < order.Length; i++)
        {
            sum += target[order[i]] - mean;
            var gain = keys[i] == keys[i + 1] ? 0 : Gain(i + 1, rows.Length, sum);
            if (gain > best.Gain) best = (gain, Middle(keys[i], keys[i + 1]));
        }

        return best;
    }

    private static double Middle(double low, double high)
    {
        var middle = (low + high) / 2;
        return middle < high ? middle : low;
    }

    // What the split takes from the sum of squares; the sum is that of the left part, measured from the mean of both.
    private double Gain(int count, int total, double sum) =>
        count < settings.SmallestLeaf || total - count < settings.SmallestLeaf ? 0 : (sum * sum / count) + (sum * sum / (total - count));
}
