using System.Numerics;
using System.Runtime.InteropServices;

namespace Voltloop.Kernels.LinearAlgebra;

/// <summary>Inner products and steps along a vector, several entries at a time.</summary>
public static class Dot
{
    /// <summary>Inner product of two vectors of one length.</summary>
    public static double Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, a.Length);
        var left = MemoryMarshal.Cast<double, Vector<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector<double>>(b);
        var (first, second) = (Vector<double>.Zero, Vector<double>.Zero);
        var i = 0;
        for (; i + 1 < left.Length; i += 2)
        {
            first += left[i] * right[i];
            second += left[i + 1] * right[i + 1];
        }

        if (i < left.Length) first += left[i] * right[i];
        var sum = Vector.Sum(first + second);
        for (var k = left.Length * Vector<double>.Count; k < a.Length; k++) sum += a[k] * b[k];
        return sum;
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="step"/> to <paramref name="vector"/>.</summary>
    public static void Add(Span<double> vector, double factor, ReadOnlySpan<double> step)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(step.Length, vector.Length);
        var to = MemoryMarshal.Cast<double, Vector<double>>(vector);
        var by = MemoryMarshal.Cast<double, Vector<double>>(step);
        var factors = new Vector<double>(factor);
        for (var i = 0; i < to.Length; i++) to[i] += factors * by[i];
        for (var k = to.Length * Vector<double>.Count; k < vector.Length; k++) vector[k] += factor * step[k];
    }

    /// <summary>Square of the distance between two points.</summary>
    public static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, a.Length);
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
}
