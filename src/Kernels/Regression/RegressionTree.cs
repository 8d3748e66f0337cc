namespace Voltloop.Kernels.Regression;

/// <summary>A grown tree: at each split, at most the threshold goes left.</summary>
public sealed class RegressionTree : IRegression
{
    private readonly List<Node> _nodes = [];

    internal RegressionTree()
    {
    }

    /// <summary>Number of leaves.</summary>
    public int Leaves => _nodes.Count(node => node.Feature < 0);

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        var node = _nodes[0];
        while (node.Feature >= 0) node = _nodes[row[node.Feature] <= node.Number ? node.Left : node.Right];
        return node.Number;
    }

    internal int AddLeaf(double value)
    {
        _nodes.Add(new Node(-1, value, 0, 0));
        return _nodes.Count - 1;
    }

    internal void Split(int leaf, (int Feature, double Threshold) at, int left, int right) => _nodes[leaf] = new Node(at.Feature, at.Threshold, left, right);

    // The number is the threshold of a split, or the value of a leaf, whose feature is -1.
    private readonly record struct Node(int Feature, double Number, int Left, int Right);
}
