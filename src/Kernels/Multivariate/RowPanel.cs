using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Multiplies rows by a few columns, twelve columns and four rows at a time, so that partial sums stay in registers.</summary>
internal static class RowPanel
{
    /// <summary>Columns of one panel.</summary>
    public const int Width = 12;

    /// <summary>Rows that are multiplied together.</summary>
    public const int Height = 4;

    /// <summary>Four rows times a panel.</summary>
    /// <param name="rows">Four rows, one behind the other.</param>
    /// <param name="length">Variables of a row.</param>
    /// <param name="panel">The panel, twelve entries for each variable; only the variables that it has are read.</param>
    /// <param name="to">Four times twelve products.</param>
    public static void Times(ReadOnlySpan<double> rows, int length, ReadOnlySpan<double> panel, Span<double> to)
    {
        var depth = panel.Length / Width;
        // Checked here once, so that the loop needs no checks.
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, Height * length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, length);
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Length, Height * Width);
        ref var x = ref MemoryMarshal.GetReference(rows);
        ref var w = ref MemoryMarshal.GetReference(panel);
        ref var y = ref MemoryMarshal.GetReference(to);
        var (a0, a1, a2) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (b0, b1, b2) = (a0, a0, a0);
        var (c0, c1, c2) = (a0, a0, a0);
        var (d0, d1, d2) = (a0, a0, a0);
        nuint stride = (nuint)length;
        for (nuint j = 0; j < (nuint)depth; j++)
        {
            var w0 = Vector256.LoadUnsafe(ref w, j * Width);
            var w1 = Vector256.LoadUnsafe(ref w, (j * Width) + 4);
            var w2 = Vector256.LoadUnsafe(ref w, (j * Width) + 8);
            var v = Vector256.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, j));
            a0 = Vector256.MultiplyAddEstimate(v, w0, a0);
            a1 = Vector256.MultiplyAddEstimate(v, w1, a1);
            a2 = Vector256.MultiplyAddEstimate(v, w2, a2);
            v = Vector256.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, j + stride));
            b0 = Vector256.MultiplyAddEstimate(v, w0, b0);
            b1 = Vector256.MultiplyAddEstimate(v, w1, b1);
            b2 = Vector256.MultiplyAddEstimate(v, w2, b2);
            v = Vector256.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, j + (2 * stride)));
            c0 = Vector256.MultiplyAddEstimate(v, w0, c0);
            c1 = Vector256.MultiplyAddEstimate(v, w1, c1);
            c2 = Vector256.MultiplyAddEstimate(v, w2, c2);
            v = Vector256.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, j + (3 * stride)));
            d0 = Vector256.MultiplyAddEstimate(v, w0, d0);
            d1 = Vector256.MultiplyAddEstimate(v, w1, d1);
            d2 = Vector256.MultiplyAddEstimate(v, w2, d2);
        }

        a0.StoreUnsafe(ref y, 0);
        a1.StoreUnsafe(ref y, 4);
        a2.StoreUnsafe(ref y, 8);
        b0.StoreUnsafe(ref y, 12);
        b1.StoreUnsafe(ref y, 16);
        b2.StoreUnsafe(ref y, 20);
        c0.StoreUnsafe(ref y, 24);
        c1.StoreUnsafe(ref y, 28);
        c2.StoreUnsafe(ref y, 32);
        d0.StoreUnsafe(ref y, 36);
        d1.StoreUnsafe(ref y, 40);
        d2.StoreUnsafe(ref y, 44);
    }
}
