using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>A ridge regression that remembers how much of each direction it kept.</summary>
internal sealed class RidgeModel(LinearModel model, SingularValues svd, double alpha) : ILeavesGroupsOut
{
    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row) => model.Predict(row);

    /// <inheritdoc/>
    public double[] LeaveGroupsOut(double[] target, int[] groups)
    {
        // Residuals of a group left out: those of the fit, times the inverse of one less the group's block of the hat matrix.
        var mean = target.Average();
        var (residual, rank) = (Array.ConvertAll(target, value => value - mean), svd.Rank);
        double[] kept = [.. svd.Values.Take(rank).Select(value => value * value / (value * value + alpha))];
        double[] along = [.. Enumerable.Range(0, rank).Select(k => Dot.Of(svd.LeftTransposed.Row(k), residual))];
        for (var k = 0; k < rank; k++) Dot.Add(residual, -kept[k] * along[k], svd.LeftTransposed.Row(k));
        var left = svd.LeftTransposed.Transpose();
        double Entry(int i, int j) => (i == j ? 1 : 0) - 1.0 / target.Length - Weighted(left.Row(i), left.Row(j), kept);
        return [.. target.Zip(GroupBlocks.Solve(groups, residual, Entry), (value, error) => value - error)];
    }

    private static double Weighted(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double[] weights)
    {
        var sum = 0.0;
        for (var k = 0; k < weights.Length; k++) sum += weights[k] * a[k] * b[k];
        return sum;
    }
}
