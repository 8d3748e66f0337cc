using System.Collections.Concurrent;

namespace Voltloop.Kernels.Integration;

/// <summary>Gauss-Legendre quadrature: exact for polynomials of degree 2n - 1 (Abramowitz and Stegun 25.4.29).</summary>
public sealed class GaussLegendre
{
    /// <summary>Most nodes.</summary>
    public const int MaxNodes = 512;

    private static readonly ConcurrentDictionary<int, GaussLegendre> Known = new();
    private readonly double[] _nodes;
    private readonly double[] _weights;

    private GaussLegendre(int count)
    {
        (_nodes, _weights) = (new double[count], new double[count]);
        for (var i = 0; i < (count + 1) / 2; i++)
        {
            var (x, slope) = Root(count, Math.Cos(Math.PI * (i + 0.75) / (count + 0.5)));
            (_nodes[i], _nodes[count - 1 - i]) = (-x, x);
            _weights[i] = _weights[count - 1 - i] = 2 / ((1 - (x * x)) * slope * slope);
        }
    }

    /// <summary>Number of nodes.</summary>
    public int Count => _nodes.Length;

    /// <summary>The rule of a number of nodes, 1 to <see cref="MaxNodes"/>.</summary>
    public static GaussLegendre Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxNodes);
        return Known.GetOrAdd(count, nodes => new GaussLegendre(nodes));
    }

    /// <summary>Node and weight on an interval.</summary>
    public (double Node, double Weight) At(int i, double from, double to) =>
        ((from + to) / 2 + ((to - from) / 2 * _nodes[i]), (to - from) / 2 * _weights[i]);

    /// <summary>Integral of a function.</summary>
    public double Integrate(Func<double, double> function, double from, double to)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var (node, weight) = At(i, from, to);
            sum += weight * function(node);
        }

        return sum;
    }

    // Newton on the Legendre polynomial, whose recurrence also gives its slope.
    private static (double Root, double Slope) Root(int count, double x)
    {
        var slope = 0.0;
        for (var turn = 0; turn < 100; turn++)
        {
            var (now, before) = (1.0, 0.0);
            for (var j = 0; j < count; j++) (now, before) = ((((2 * j) + 1) * x * now - (j * before)) / (j + 1), now);
            slope = count * ((x * now) - before) / ((x * x) - 1);
            var step = now / slope;
            x -= step;
            if (Math.Abs(step) < 1e-15) break;
        }

        return (x, slope);
    }
}
