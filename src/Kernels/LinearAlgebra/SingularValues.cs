namespace Voltloop.Kernels.LinearAlgebra;

/// <summary>
/// A matrix as U·diag(S)·Vᵀ by one-sided Jacobi rotations, which find small singular values to high relative accuracy
/// (Demmel and Veselić, SIAM J. Matrix Anal. Appl. 13, 1992). For some hundred columns or rows on the shorter side.
/// </summary>
public sealed class SingularValues
{
    private const int MaxSweeps = 60;
    private const double Orthogonal = 1e-14;

    private SingularValues(Matrix left, double[] values, Matrix right) => (LeftTransposed, Values, RightTransposed) = (left, values, right);

    /// <summary>Left singular vectors, one per row.</summary>
    public Matrix LeftTransposed { get; }

    /// <summary>Singular values, largest first; as many as the shorter side has entries.</summary>
    public double[] Values { get; }

    /// <summary>Right singular vectors, one per row.</summary>
    public Matrix RightTransposed { get; }

    /// <summary>Singular values above the rounding error of the largest: the others count as zero.</summary>
    public int Rank
    {
        get
        {
            var floor = Values.Length == 0 ? 0 : Values[0] * Math.Max(LeftTransposed.Columns, RightTransposed.Columns) * 2.2e-16;
            return Array.FindLastIndex(Values, value => value > floor) + 1;
        }
    }

    /// <summary>Decomposes a matrix.</summary>
    public static SingularValues Of(Matrix matrix)
    {
        if (matrix.Rows < matrix.Columns)
        {
            var turned = Of(matrix.Transpose());
            return new SingularValues(turned.RightTransposed, turned.Values, turned.LeftTransposed);
        }

        var (work, rotation) = (matrix.Transpose(), Matrix.Identity(matrix.Columns));
        for (var sweep = 0; sweep < MaxSweeps && Sweep(work, rotation); sweep++)
        {
        }

        return Sorted(work, rotation);
    }

    // Makes each pair of columns orthogonal once; true when one was not.
    private static bool Sweep(Matrix work, Matrix rotation)
    {
        var rotated = false;
        for (var p = 0; p < work.Rows - 1; p++)
        {
            for (var q = p + 1; q < work.Rows; q++) rotated |= Rotate(work, rotation, p, q);
        }

        return rotated;
    }

    private static bool Rotate(Matrix work, Matrix rotation, int p, int q)
    {
        var a = work.Row(p);
        var b = work.Row(q);
        var (alpha, beta, gamma) = (Dot.Of(a, a), Dot.Of(b, b), Dot.Of(a, b));
        if (Math.Abs(gamma) <= Orthogonal * Math.Sqrt(alpha * beta) || alpha + beta < 1e-280) return false;
        var zeta = (beta - alpha) / (2 * gamma);
        var tangent = (zeta >= 0 ? 1 : -1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        Turn(a, b, cosine, cosine * tangent);
        Turn(rotation.Row(p), rotation.Row(q), cosine, cosine * tangent);
        return true;
    }

    private static void Turn(Span<double> a, Span<double> b, double cosine, double sine)
    {
        for (var i = 0; i < a.Length; i++) (a[i], b[i]) = ((cosine * a[i]) - (sine * b[i]), (sine * a[i]) + (cosine * b[i]));
    }

    private static SingularValues Sorted(Matrix work, Matrix rotation)
    {
        double[] norms = [.. Enumerable.Range(0, work.Rows).Select(i => Math.Sqrt(Dot.Of(work.Row(i), work.Row(i))))];
        int[] order = [.. Enumerable.Range(0, norms.Length).OrderByDescending(i => norms[i])];
        var left = work.TakeRows(order);
        for (var i = 0; i < order.Length; i++)
        {
            var norm = norms[order[i]];
            foreach (ref var value in left.Row(i)) value = norm > 0 ? value / norm : 0;
        }

        return new SingularValues(left, Array.ConvertAll(order, i => norms[i]), rotation.TakeRows(order));
    }
}
