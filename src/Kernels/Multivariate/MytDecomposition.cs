using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Multivariate;

/// <summary>
/// Splits T² of a row into what single variables add when others are known (Mason, Young and Tracy, Journal of Quality Technology 27,
/// 1995). Of the p! orders the one is taken whose next term is always the largest: one regression for each variable and step, p² in all.
/// </summary>
/// <param name="reference">Rows in control, with a covariance that is not singular.</param>
public sealed class MytDecomposition(ReferenceRows reference)
{
    /// <summary>Most subsets that a search for the largest one looks at.</summary>
    public const int MostBranches = 20_000;

    /// <summary>The terms, in the order in which they were taken; they add up to T².</summary>
    /// <param name="row">A row without a missing value.</param>
    public MytTerm[] Of(ReadOnlySpan<double> row)
    {
        var (left, apart) = (reference.Correlation.Copy(), reference.Standardised(row));
        var (terms, taken, total) = (new MytTerm[apart.Length], new bool[apart.Length], 0.0);
        for (var step = 0; step < terms.Length; step++)
        {
            var (best, value) = Next(left, apart, taken);
            total += value;
            taken[best] = true;
            terms[step] = new MytTerm(best, value, total, Chance(value, step));
            Sweep((left, apart), best, taken);
        }

        return terms;
    }

    /// <summary>T² of some of the variables.</summary>
    /// <param name="row">A row without a missing value.</param>
    /// <param name="variables">Their places.</param>
    public double Subset(ReadOnlySpan<double> row, IReadOnlyList<int> variables)
    {
        var z = reference.Standardised(row);
        var part = new Matrix(variables.Count, variables.Count);
        for (var i = 0; i < variables.Count; i++) for (var j = 0; j < variables.Count; j++) part[i, j] = reference.Correlation[variables[i], variables[j]];
        var solved = Cholesky.TryOf(part)!.SolveLower([.. variables.Select(j => z[j])]);
        return Dot.Of(solved, solved);
    }

    /// <summary>
    /// The variables of which T² is largest among all subsets of a size. The greedy order gives a first answer; branches are left out
    /// when even all that remains of them would not beat it, since T² only grows with more variables (branch and bound). Beyond
    /// <see cref="MostBranches"/> the best found so far is given.
    /// </summary>
    /// <param name="row">A row without a missing value.</param>
    /// <param name="size">Number of variables.</param>
    public int[] Largest(ReadOnlySpan<double> row, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, reference.Variables);
        var z = row.ToArray();
        int[] order = [.. Of(z).Select(term => term.Variable)];
        var (best, value, left) = (order[..size].Order().ToArray(), Subset(z, order[..size]), MostBranches);
        // From the least telling variable on: what is dropped early bounds the most.
        var pending = new Stack<(int[] Kept, int From)>([([.. order], order.Length - 1)]);
        while (pending.TryPop(out var branch) && left-- > 0)
        {
            var found = Subset(z, branch.Kept);
            if (found <= value * (1 + 1e-12)) continue;
            if (branch.Kept.Length == size) (best, value) = (branch.Kept.Order().ToArray(), found);
            for (var i = 0; i <= Math.Min(branch.From, branch.Kept.Length - 1) && branch.Kept.Length > size; i++) pending.Push(([.. branch.Kept[..i], .. branch.Kept[(i + 1)..]], i - 1));
        }

        return best;
    }

    // (m+1)/m · ((m-1)/(m-k-1)) F(1, m-k-1) for a new row when k variables are known.
    private double Chance(double value, int known)
    {
        var degrees = reference.Rows - known - 1.0;
        return degrees < 1 ? 1 : FisherF.Upper(value * reference.Rows / (reference.Rows + 1.0) * degrees / (reference.Rows - 1.0), 1, degrees);
    }

    private static (int Variable, double Value) Next(Matrix left, double[] apart, bool[] taken)
    {
        var (best, value) = (-1, double.NegativeInfinity);
        for (var j = 0; j < apart.Length; j++)
        {
            if (taken[j]) continue;
            var term = apart[j] * apart[j] / left[j, j];
            if (term > value) (best, value) = (j, term);
        }

        return (best, value);
    }

    // Takes out of the others what the variable says about them.
    private static void Sweep((Matrix Left, double[] Apart) of, int by, bool[] taken)
    {
        var pivot = of.Left.Row(by).ToArray();
        var apart = of.Apart[by];
        for (var i = 0; i < pivot.Length; i++)
        {
            if (taken[i]) continue;
            var slope = pivot[i] / pivot[by];
            of.Apart[i] -= slope * apart;
            Dot.Add(of.Left.Row(i), -slope, pivot);
        }
    }
}
