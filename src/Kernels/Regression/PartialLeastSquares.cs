using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Partial least squares for one target by NIPALS (Wold, Sjöström and Eriksson, Chemometr. Intell. Lab. Syst. 58, 2001).</summary>
public static class PartialLeastSquares
{
    private const double Nothing = 1e-14;

    /// <summary>Fits with a number of components; fewer when nothing is left to explain.</summary>
    public static Fit With(int components)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(components, 1);
        return (features, target) =>
        {
            var centred = new Centred(features, target);
            return centred.Model(Coefficients(centred, components));
        };
    }

    // Each component's direction in the undeflated features is its weight less what the loadings before it carry.
    private static double[] Coefficients(Centred centred, int components)
    {
        var (left, target) = (centred.Features.Copy(), centred.Target.ToArray());
        var (loadings, directions) = (new List<double[]>(), new List<double[]>());
        var coefficients = new double[left.Columns];
        for (var a = 0; a < components && Weight(left, target) is { } weight; a++)
        {
            var score = left.Times(weight);
            var size = Dot.Of(score, score);
            var loading = Array.ConvertAll(Across(left, score), value => value / size);
            var gain = Dot.Of(score, target) / size;
            var direction = weight.ToArray();
            for (var b = 0; b < a; b++) Dot.Add(direction, -Dot.Of(loadings[b], weight), directions[b]);
            Dot.Add(coefficients, gain, direction);
            for (var i = 0; i < left.Rows; i++) Dot.Add(left.Row(i), -score[i], loading);
            Dot.Add(target, -gain, score);
            loadings.Add(loading);
            directions.Add(direction);
        }

        return coefficients;
    }

    private static double[]? Weight(Matrix left, double[] target)
    {
        var weight = Across(left, target);
        var length = Math.Sqrt(Dot.Of(weight, weight));
        return length > Nothing ? Array.ConvertAll(weight, value => value / length) : null;
    }

    private static double[] Across(Matrix matrix, double[] vector)
    {
        var sum = new double[matrix.Columns];
        for (var i = 0; i < matrix.Rows; i++) Dot.Add(sum, vector[i], matrix.Row(i));
        return sum;
    }
}
