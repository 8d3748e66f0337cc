using Voltloop.Kernels.Robust;

namespace Voltloop.Kernels.Forecasting;

/// <summary>Capacity over cycles as a share of the capacity that counts as 1, smoothed by a running median of five.</summary>
public sealed class FadePath
{
    private const int HalfWindow = 2;
    private readonly double[] _cycle;
    private readonly double[] _share;

    private FadePath(double[] cycle, double[] share) => (_cycle, _share) = (cycle, share);

    /// <summary>First cycle.</summary>
    public double First => _cycle[0];

    /// <summary>Last cycle.</summary>
    public double Last => _cycle[^1];

    /// <summary>Number of cycles.</summary>
    public int Count => _cycle.Length;

    /// <summary>Smooths usable capacities.</summary>
    /// <param name="cycle">Cycle counts, growing, at least one.</param>
    /// <param name="capacity">Capacities of these cycles, Ah, glitches left out.</param>
    /// <param name="reference">Capacity that counts as 1, Ah.</param>
    public static FadePath Of(ReadOnlySpan<double> cycle, ReadOnlySpan<double> capacity, double reference)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(capacity.Length, cycle.Length);
        ArgumentOutOfRangeException.ThrowIfZero(cycle.Length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reference);
        var share = new double[cycle.Length];
        for (var i = 0; i < share.Length; i++)
        {
            var reach = Math.Min(HalfWindow, Math.Min(i, share.Length - 1 - i));
            share[i] = Median.Of(capacity.Slice(i - reach, (2 * reach) + 1).ToArray()) / reference;
        }

        return new FadePath(cycle.ToArray(), share);
    }

    /// <summary>The part up to a cycle; <c>null</c> when it has no cycle.</summary>
    public FadePath? UpTo(double cycle)
    {
        var count = _cycle.Count(one => one <= cycle);
        return count == 0 ? null : new FadePath(_cycle[..count], _share[..count]);
    }

    /// <summary>Share at a cycle, on straight lines between cycles; the end values beyond the ends.</summary>
    public double At(double cycle)
    {
        var place = Array.BinarySearch(_cycle, cycle);
        if (place >= 0) return _share[place];
        var next = ~place;
        if (next == 0) return _share[0];
        if (next == _cycle.Length) return _share[^1];
        var part = (cycle - _cycle[next - 1]) / (_cycle[next] - _cycle[next - 1]);
        return _share[next - 1] + (part * (_share[next] - _share[next - 1]));
    }

    /// <summary>First cycle at which the share is below an end; <c>null</c> when it never is.</summary>
    public double? FallsBelow(double end)
    {
        var place = Array.FindIndex(_share, share => share < end);
        return place < 0 ? null : _cycle[place];
    }

    /// <summary>Scatter of single cycles around their neighbours (standard deviation, from the median size of second differences); NaN for fewer than three.</summary>
    public double Scatter()
    {
        if (_share.Length < 3) return double.NaN;
        double[] bends = [.. Enumerable.Range(1, _share.Length - 2).Select(i => Math.Abs(_share[i - 1] - (2 * _share[i]) + _share[i + 1]))];
        return Median.Of(bends) * Median.NormalConsistency / Math.Sqrt(6);
    }
}
