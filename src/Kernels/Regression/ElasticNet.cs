using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>
/// Elastic net by coordinate descent: half the mean squared error, plus alpha times ratio times the sum of sizes, plus half
/// alpha times one less ratio times the sum of squares of the coefficients (Friedman, Hastie and Tibshirani, J. Stat. Softw. 33, 2010).
/// </summary>
public static class ElasticNet
{
    private const int MaxSweeps = 20_000;
    private const double Tolerance = 1e-9;
    private const double SmallestPart = 1e-3;

    /// <summary>Fits with a given penalty and ratio (above 0, at most 1).</summary>
    public static Fit With(double alpha, double ratio) => (features, target) =>
    {
        var centred = new Centred(features, target);
        var coefficients = new double[features.Columns];
        Descend(centred.Features.Transpose(), centred.Target.ToArray(), coefficients, (alpha, ratio));
        return centred.Model(coefficients);
    };

    /// <summary>Fits with the penalty and ratio whose error over contiguous folds is the smallest, from a path of penalties per ratio.</summary>
    /// <param name="ratios">Ratios to try.</param>
    /// <param name="folds">Number of folds.</param>
    /// <param name="penalties">Penalties on each path, from the one that leaves nothing down to its thousandth part.</param>
    public static Fit CrossValidated(IReadOnlyList<double> ratios, int folds, int penalties = 100) => (features, target) =>
    {
        var best = (Error: double.PositiveInfinity, Alpha: 0.0, Ratio: 1.0);
        var parts = Folds.Contiguous(target.Length, folds);
        foreach (var ratio in ratios)
        {
            var path = Path(new Centred(features, target), ratio, penalties);
            var errors = new double[path.Length];
            foreach (var part in parts) AddErrors(features, target, part, (path, ratio, errors));
            var least = Array.IndexOf(errors, errors.Min());
            if (errors[least] < best.Error) best = (errors[least], path[least], ratio);
        }

        return With(best.Alpha, best.Ratio)(features, target);
    };

    private static double[] Path(Centred centred, double ratio, int count)
    {
        var columns = centred.Features.Transpose();
        var largest = columns.Times(centred.Target).Max(value => Math.Abs(value)) / centred.Target.Length / ratio;
        return Ridge.Grid(Math.Max(largest, 1e-12), Math.Max(largest, 1e-12) * SmallestPart, count);
    }

    // Mean squared error of the part left out along the path, each solution starting from the one before.
    private static void AddErrors(Matrix features, double[] target, Fold part, (double[] Path, double Ratio, double[] Errors) to)
    {
        var centred = new Centred(features.TakeRows(part.Kept), Array.ConvertAll(part.Kept, i => target[i]));
        var (columns, residual) = (centred.Features.Transpose(), centred.Target.ToArray());
        var coefficients = new double[features.Columns];
        for (var a = 0; a < to.Path.Length; a++)
        {
            Descend(columns, residual, coefficients, (to.Path[a], to.Ratio));
            var model = centred.Model(coefficients);
            to.Errors[a] += part.LeftOut.Average(i => Math.Pow(model.Predict(features.Row(i)) - target[i], 2));
        }
    }

    // The residual goes with the coefficients: target less what they explain.
    private static void Descend(Matrix columns, double[] residual, double[] coefficients, (double Alpha, double Ratio) penalty)
    {
        var n = residual.Length;
        var (threshold, shrink) = (penalty.Alpha * penalty.Ratio * n, penalty.Alpha * (1 - penalty.Ratio) * n);
        double[] squares = [.. Enumerable.Range(0, coefficients.Length).Select(j => Dot.Of(columns.Row(j), columns.Row(j)))];
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            var (moved, largest) = (0.0, 0.0);
            for (var j = 0; j < coefficients.Length; j++)
            {
                if (squares[j] == 0) continue;
                var pull = Dot.Of(columns.Row(j), residual) + (squares[j] * coefficients[j]);
                var value = Math.Sign(pull) * Math.Max(0, Math.Abs(pull) - threshold) / (squares[j] + shrink);
                Dot.Add(residual, coefficients[j] - value, columns.Row(j));
                (moved, largest) = (Math.Max(moved, Math.Abs(value - coefficients[j])), Math.Max(largest, Math.Abs(value)));
                coefficients[j] = value;
            }

            if (moved <= Tolerance * largest) return;
        }
    }
}
