namespace Voltloop.Kernels.LinearAlgebra;

/// <summary>Least squares with no negative entry, by active sets (Lawson and Hanson, Solving Least Squares Problems, 1974, chapter 23).</summary>
public static class NonNegative
{
    private const double Tolerance = 1e-10;

    /// <summary>The vector without negative entries that comes nearest to the right-hand side.</summary>
    /// <param name="matrix">Columns that do not depend on one another, or are held apart by rows of a penalty.</param>
    /// <param name="right">Right-hand side.</param>
    public static double[] Solve(Matrix matrix, ReadOnlySpan<double> right)
    {
        var columns = matrix.Transpose();
        var (gram, target) = (Gram(columns), columns.Times(right));
        var (solution, free, floor) = (new double[target.Length], new bool[target.Length], Tolerance * target.Max(Math.Abs));
        for (var step = 0; step < 3 * target.Length; step++)
        {
            var next = Steepest(gram, target, solution, free);
            if (next < 0 || target[next] - Dot.Of(gram.Row(next), solution) <= floor) break;
            free[next] = true;
            while (!Move(solution, Solve(gram, target, free), free))
            {
            }
        }

        return solution;
    }

    private static int Steepest(Matrix gram, double[] target, double[] solution, bool[] free)
    {
        var (best, most) = (-1, 0.0);
        for (var i = 0; i < target.Length; i++)
        {
            var gradient = free[i] ? 0 : target[i] - Dot.Of(gram.Row(i), solution);
            if (gradient > most) (best, most) = (i, gradient);
        }

        return best;
    }

    // Goes to the aim, or as far as no entry turns negative; what then stands at zero is held there. True when the aim was reached.
    private static bool Move(double[] solution, double[] aim, bool[] free)
    {
        var (far, stops) = (1.0, -1);
        for (var i = 0; i < aim.Length; i++)
        {
            if (!free[i] || aim[i] > 0) continue;
            var part = solution[i] / Math.Max(double.Epsilon, solution[i] - aim[i]);
            if (part < far || stops < 0) (far, stops) = (Math.Min(far, part), i);
        }

        for (var i = 0; i < aim.Length; i++) solution[i] += far * (aim[i] - solution[i]);
        if (stops < 0) return true;
        for (var i = 0; i < aim.Length; i++) if (free[i] && (i == stops || solution[i] <= 0)) (free[i], solution[i]) = (false, 0);
        return false;
    }

    private static double[] Solve(Matrix gram, double[] target, bool[] free)
    {
        int[] at = [.. Enumerable.Range(0, free.Length).Where(i => free[i])];
        var part = new Matrix(at.Length, at.Length);
        for (var i = 0; i < at.Length; i++) for (var j = 0; j < at.Length; j++) part[i, j] = gram[at[i], at[j]];
        var found = Cholesky.TryOf(part)?.Solve(Array.ConvertAll(at, i => target[i])) ?? PseudoInverse.Solve(part, Array.ConvertAll(at, i => target[i]));
        var whole = new double[free.Length];
        for (var i = 0; i < at.Length; i++) whole[at[i]] = found[i];
        return whole;
    }

    private static Matrix Gram(Matrix columns)
    {
        var gram = new Matrix(columns.Rows, columns.Rows);
        for (var i = 0; i < columns.Rows; i++) for (var j = 0; j <= i; j++) gram[i, j] = gram[j, i] = Dot.Of(columns.Row(i), columns.Row(j));
        return gram;
    }
}
