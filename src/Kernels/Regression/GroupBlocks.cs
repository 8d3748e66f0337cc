using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Systems of equations of the cases of one group at a time.</summary>
internal static class GroupBlocks
{
    private const double Jitter = 1e-10;

    /// <summary>Solves, for each group by itself, the block of a symmetric positive definite matrix that belongs to it.</summary>
    /// <param name="groups">Number of the group of each case.</param>
    /// <param name="right">Right-hand side.</param>
    /// <param name="entry">Entry of the matrix.</param>
    /// <exception cref="ArgumentException">A block is singular: without its group nothing can be predicted.</exception>
    public static double[] Solve(int[] groups, double[] right, Func<int, int, double> entry)
    {
        var solved = new double[right.Length];
        foreach (var group in Enumerable.Range(0, groups.Length).GroupBy(i => groups[i]))
        {
            int[] cases = [.. group];
            var block = new Matrix(cases.Length, cases.Length);
            for (var a = 0; a < cases.Length; a++)
            {
                for (var b = 0; b <= a; b++) block[a, b] = entry(cases[a], cases[b]);
                block[a, a] += Jitter;
            }

            var factor = Cholesky.TryOf(block) ?? throw new ArgumentException("A group explains itself alone.", nameof(groups));
            var part = factor.Solve(Array.ConvertAll(cases, i => right[i]));
            for (var a = 0; a < cases.Length; a++) solved[cases[a]] = part[a];
        }

        return solved;
    }
}
