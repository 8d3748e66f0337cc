using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Small loops over one row, four values at a time.</summary>
internal static class ScaledRow
{
    /// <summary>Standardises a row and gives the sum of its squares.</summary>
    public static double Into(ReadOnlySpan<double> row, ReadOnlySpan<double> mean, ReadOnlySpan<double> scale, Span<double> to)
    {
        Check(row.Length, mean.Length, scale.Length, to.Length);
        var (sum, more, j) = (Vector256<double>.Zero, Vector256<double>.Zero, 0);
        for (; j + 8 <= row.Length; j += 8)
        {
            var z = (Load(row, j) - Load(mean, j)) * Load(scale, j);
            var y = (Load(row, j + 4) - Load(mean, j + 4)) * Load(scale, j + 4);
            z.StoreUnsafe(ref MemoryMarshal.GetReference(to), (nuint)j);
            y.StoreUnsafe(ref MemoryMarshal.GetReference(to), (nuint)j + 4);
            (sum, more) = (Vector256.MultiplyAddEstimate(z, z, sum), Vector256.MultiplyAddEstimate(y, y, more));
        }

        var total = Vector256.Sum(sum + more);
        for (; j < row.Length; j++)
        {
            to[j] = (row[j] - mean[j]) * scale[j];
            total += to[j] * to[j];
        }

        return total;
    }

    /// <summary>Sum of the squares of twelve values, weighed and plain.</summary>
    public static (double Weighed, double Plain) Squares(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Check(RowPanel.Width, values.Length, weights.Length, RowPanel.Width);
        var (a, b, c) = (Load(values, 0), Load(values, 4), Load(values, 8));
        (a, b, c) = (a * a, b * b, c * c);
        return (Vector256.Sum((a * Load(weights, 0)) + (b * Load(weights, 4)) + (c * Load(weights, 8))), Vector256.Sum(a + b + c));
    }

    /// <summary>Moves an average of twelve values towards new ones and gives the sum of its squares.</summary>
    public static double Averaged(Span<double> average, ReadOnlySpan<double> values, double weight)
    {
        Check(RowPanel.Width, average.Length, values.Length, RowPanel.Width);
        var (share, sum) = (Vector256.Create(weight), Vector256<double>.Zero);
        for (var j = 0; j < RowPanel.Width; j += 4)
        {
            var before = Load(average, j);
            var after = Vector256.MultiplyAddEstimate(share, Load(values, j) - before, before);
            after.StoreUnsafe(ref MemoryMarshal.GetReference(average), (nuint)j);
            sum = Vector256.MultiplyAddEstimate(after, after, sum);
        }

        return Vector256.Sum(sum);
    }

    private static Vector256<double> Load(ReadOnlySpan<double> from, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(from), (nuint)at);

    // Once for the whole row, so that loads need no checks of their own.
    private static void Check(int length, int first, int second, int third)
    {
        if (first < length || second < length || third < length) throw new ArgumentException($"A span is shorter than {length}.", nameof(first));
    }
}
