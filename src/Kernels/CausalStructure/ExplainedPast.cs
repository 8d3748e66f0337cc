using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.CausalStructure;

/// <summary>What variables of earlier stations explain of those at one station, and what remains.</summary>
internal sealed class ExplainedPast
{
    private readonly Matrix _inverse;
    private readonly double[][] _slopes;
    private readonly Matrix _covariance;

    private ExplainedPast(IReadOnlyList<int> past, IReadOnlyList<int> here, Matrix inverse, double[][] slopes, Matrix covariance)
    {
        (Past, Here, _inverse, _slopes, _covariance) = (past, here, inverse, slopes, covariance);
        Remaining = Matrix.Identity(here.Count);
        for (var i = 0; i < here.Count; i++) for (var j = 0; j < i; j++) Remaining[i, j] = Remaining[j, i] = Math.Clamp(covariance[i, j] / Math.Sqrt(covariance[i, i] * covariance[j, j]), -1, 1);
    }

    /// <summary>Variables of earlier stations.</summary>
    public IReadOnlyList<int> Past { get; }

    /// <summary>Variables of the station.</summary>
    public IReadOnlyList<int> Here { get; }

    /// <summary>Correlations of what remains of the variables of the station.</summary>
    public Matrix Remaining { get; }

    /// <summary>Explains; <c>null</c> when the past, or a variable by it, is determined.</summary>
    public static ExplainedPast? TryOf(Matrix correlations, IReadOnlyList<int> past, IReadOnlyList<int> here)
    {
        const double Determined = 1e-9;
        var factor = Cholesky.TryOf(Part(correlations, past));
        if (factor is null) return null;
        double[][] slopes = [.. here.Select(y => factor.Solve([.. past.Select(x => correlations[x, y])]))];
        var covariance = new Matrix(here.Count, here.Count);
        for (var i = 0; i < here.Count; i++)
        {
            for (var j = 0; j < here.Count; j++) covariance[i, j] = correlations[here[i], here[j]] - past.Select((x, k) => correlations[x, here[i]] * slopes[j][k]).Sum();
            if (covariance[i, i] < Determined) return null;
        }

        return new ExplainedPast(past, here, factor.Inverse(), slopes, covariance);
    }

    /// <summary>Partial correlations of a variable here with each of the past, given all others of the past and some beside it; empty when those determine it.</summary>
    /// <remarks>The joint precision by its blocks: that of the variables here is the inverse of what remains of them, the rest follows from the slopes.</remarks>
    public double[] WithPast(int y, ReadOnlySpan<int> beside)
    {
        int[] set = [.. beside, y];
        if (Cholesky.TryOf(Part(_covariance, set)) is not { } factor) return [];
        var precision = factor.Inverse();
        var (last, found) = (set.Length - 1, new double[Past.Count]);
        for (var x = 0; x < Past.Count; x++)
        {
            var (cross, own) = (0.0, _inverse[x, x]);
            for (var i = 0; i < set.Length; i++)
            {
                cross -= _slopes[set[i]][x] * precision[i, last];
                for (var j = 0; j < set.Length; j++) own += _slopes[set[i]][x] * precision[i, j] * _slopes[set[j]][x];
            }

            found[x] = Math.Clamp(-cross / Math.Sqrt(own * precision[last, last]), -1, 1);
        }

        return found;
    }

    private static Matrix Part(Matrix of, IReadOnlyList<int> places)
    {
        var part = new Matrix(places.Count, places.Count);
        for (var i = 0; i < places.Count; i++) for (var j = 0; j < places.Count; j++) part[i, j] = of[places[i], places[j]];
        return part;
    }
}
