using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Integration;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.RunLengths;

/// <summary>Average run length of individuals and moving range together (Crowder, Technometrics 29, 1987), by collocation on the smooth pieces of the solution.</summary>
public static class MovingRangeLength
{
    private const int Degree = 18;
    private const int Nodes = 30;
    private const double Widest = 2.5;

    /// <summary>Points until a value or the step to it lies beyond its limit.</summary>
    /// <param name="limit">Limits of the values, standard deviations on both sides, M.</param>
    /// <param name="range">Limit of the moving range, standard deviations, R.</param>
    /// <param name="shift">Shift of the mean, standard deviations.</param>
    public static double Of(double limit, double range, double shift)
    {
        var pieces = Pieces(limit, range);
        var size = (pieces.Length - 1) * Degree;
        var (system, lengths) = (new double[size, size], new double[size]);
        for (var i = 0; i < size; i++)
        {
            var x = Point(pieces, i);
            lengths[i] = 1;
            Row(pieces, (Math.Max(-limit, x - range), Math.Min(limit, x + range)), shift, (j, weight) => system[i, j] -= weight);
            system[i, i] += 1;
        }

        DenseSystem.Solve(system, lengths);
        var mean = 1.0;
        Row(pieces, (-limit, limit), shift, (j, weight) => mean += weight * lengths[j]);
        return mean;
    }

    // Where the reach of the range leaves the limits the solution has a kink; wide pieces are cut, so that one polynomial follows each.
    private static double[] Pieces(double limit, double range)
    {
        var kink = Math.Abs(range - limit);
        double[] edges = kink > 1e-9 && kink < limit - 1e-9 ? [-limit, -kink, kink, limit] : [-limit, 0, limit];
        return [.. edges.SkipLast(1).Zip(edges.Skip(1)).SelectMany(piece => Cut(piece.First, piece.Second)), limit];
    }

    private static IEnumerable<double> Cut(double from, double to)
    {
        var parts = (int)Math.Ceiling((to - from) / Widest);
        return Enumerable.Range(0, parts).Select(i => from + ((to - from) * i / parts));
    }

    private static double Point(double[] pieces, int index)
    {
        var piece = index / Degree;
        return GaussLegendre.Of(Degree).At(index % Degree, pieces[piece], pieces[piece + 1]).Node;
    }

    // Integral over the window of density times each base polynomial (Lagrange on the points of its piece).
    private static void Row(double[] pieces, (double From, double To) window, double shift, Action<int, double> add)
    {
        var rule = GaussLegendre.Of(Nodes);
        for (var piece = 0; piece < pieces.Length - 1; piece++)
        {
            var (from, to) = (Math.Max(window.From, pieces[piece]), Math.Min(window.To, pieces[piece + 1]));
            if (to <= from) continue;
            double[] points = [.. Enumerable.Range(piece * Degree, Degree).Select(i => Point(pieces, i))];
            for (var q = 0; q < Nodes; q++)
            {
                var (y, weight) = rule.At(q, from, to);
                for (var j = 0; j < Degree; j++) add((piece * Degree) + j, weight * Normal.Density(y - shift) * Lagrange(points, j, y));
            }
        }
    }

    private static double Lagrange(ReadOnlySpan<double> points, int j, double y)
    {
        var product = 1.0;
        for (var m = 0; m < points.Length; m++)
        {
            if (m != j) product *= (y - points[m]) / (points[j] - points[m]);
        }

        return product;
    }
}
