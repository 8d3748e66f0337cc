using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Minimum of a smooth function of a few variables by BFGS with backtracking (Nocedal and Wright, Numerical Optimization, 6.1).</summary>
internal static class QuasiNewton
{
    private const double SmallGradient = 1e-6;
    private const double Sufficient = 1e-4;
    private const int Halvings = 30;

    /// <summary>Walks downhill from a start.</summary>
    /// <param name="function">Value at a point; writes the gradient. Infinite where there is none.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="steps">Most steps.</param>
    public static (double[] At, double Value) Minimize(Func<double[], double[], double> function, double[] start, int steps)
    {
        var here = new Point(start.ToArray(), new double[start.Length], 0);
        here = here with { Value = function(here.At, here.Gradient) };
        var inverse = Matrix.Identity(start.Length);
        for (var k = 0; k < steps && here.Gradient.Any(slope => Math.Abs(slope) > SmallGradient); k++)
        {
            if (Next(function, here, inverse) is not { } next) break;
            Update(inverse, here, next);
            here = next;
        }

        return (here.At, here.Value);
    }

    private static Point? Next(Func<double[], double[], double> function, Point here, Matrix inverse)
    {
        var direction = Array.ConvertAll(inverse.Times(here.Gradient), value => -value);
        var slope = Dot.Of(direction, here.Gradient);
        var length = Math.Min(1, 2 / Math.Max(1e-300, direction.Max(value => Math.Abs(value))));
        for (var halving = 0; halving < Halvings; halving++, length /= 2)
        {
            double[] at = [.. here.At.Zip(direction, (value, step) => value + (length * step))];
            var gradient = new double[at.Length];
            var value = function(at, gradient);
            if (value <= here.Value + (Sufficient * length * slope) && value < here.Value) return new Point(at, gradient, value);
        }

        return null;
    }

    // Keeps the inverse positive definite: steps along which the slope does not grow teach nothing.
    private static void Update(Matrix inverse, Point here, Point next)
    {
        double[] step = [.. next.At.Zip(here.At, (a, b) => a - b)];
        double[] change = [.. next.Gradient.Zip(here.Gradient, (a, b) => a - b)];
        var along = Dot.Of(step, change);
        if (along <= 1e-12) return;
        var turned = inverse.Times(change);
        var factor = (along + Dot.Of(change, turned)) / (along * along);
        for (var i = 0; i < step.Length; i++)
        {
            for (var j = 0; j < step.Length; j++)
                inverse[i, j] += (factor * step[i] * step[j]) - (((turned[i] * step[j]) + (step[i] * turned[j])) / along);
        }
    }

    private sealed record Point(double[] At, double[] Gradient, double Value);
}
