using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Voltloop.Kernels.Tolerances;

/// <summary>Counts simulated results, which are given in standard deviations from the expected mean.</summary>
/// <param name="lower">Lower limit in these units.</param>
/// <param name="upper">Upper limit.</param>
internal sealed class StackTally(double lower, double upper)
{
    private const int Classes = 2048;
    private const float Reach = 8;

    private readonly long[] _counts = new long[Classes];
    private readonly Vector512<float> _lower = Vector512.Create((float)lower);
    private readonly Vector512<float> _upper = Vector512.Create((float)upper);
    private Vector512<double> _sum1;
    private Vector512<double> _sum2;
    private Vector512<double> _sum3;
    private Vector512<double> _sum4;
    private long _below;
    private long _above;
    private long _runs;

    /// <summary>Takes results; their number is a multiple of 16.</summary>
    public void Take(ReadOnlySpan<float> results)
    {
        var (below, above) = (Vector512<int>.Zero, Vector512<int>.Zero);
        Span<int> classes = stackalloc int[16];
        foreach (var z in MemoryMarshal.Cast<float, Vector512<float>>(results))
        {
            below -= Vector512.LessThan(z, _lower).AsInt32();
            above -= Vector512.GreaterThan(z, _upper).AsInt32();
            Moments(Vector512.WidenLower(z));
            Moments(Vector512.WidenUpper(z));
            var place = Vector512.ConvertToInt32Native(Vector512.FusedMultiplyAdd(z, Vector512.Create(Classes / (2 * Reach)), Vector512.Create(Classes / 2f)));
            Vector512.Min(Vector512.Max(place, Vector512<int>.Zero), Vector512.Create(Classes - 1)).CopyTo(classes);
            foreach (var at in classes) _counts[at]++;
        }

        _below += Vector512.Sum(below);
        _above += Vector512.Sum(above);
        _runs += results.Length;
    }

    /// <summary>What was counted, in the unit of the result.</summary>
    public SimulatedStack Outcome(double mean, double sigma)
    {
        var n = (double)_runs;
        var (m1, m2, m3, m4) = (Vector512.Sum(_sum1) / n, Vector512.Sum(_sum2) / n, Vector512.Sum(_sum3) / n, Vector512.Sum(_sum4) / n);
        var (square, cube) = (m2 - (m1 * m1), m3 - (3 * m1 * m2) + (2 * m1 * m1 * m1));
        var fourth = m4 - (4 * m1 * m3) + (6 * m1 * m1 * m2) - (3 * m1 * m1 * m1 * m1);
        return new SimulatedStack(_runs, mean + (sigma * m1), sigma * Math.Sqrt(square * n / (n - 1)), cube / Math.Pow(square, 1.5), fourth / (square * square))
        {
            Below = _below, Above = _above, Counts = _counts, From = mean - (Reach * sigma), To = mean + (Reach * sigma),
        };
    }

    private void Moments(Vector512<double> z)
    {
        var square = z * z;
        _sum1 += z;
        _sum2 += square;
        _sum3 += square * z;
        _sum4 += square * square;
    }
}
