using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.CausalStructure;

/// <summary>
/// Total effects on a target by regression with the causes of the cause held fixed (the back-door adjustment of Pearl, Causality, 3.3.1); where the
/// direction between neighbours is open each choice is tried (Maathuis, Kalisch and Bühlmann, Ann. Statist. 37 (2009) 3133). Valid as the structure is.
/// </summary>
/// <param name="structure">What was learned.</param>
/// <param name="correlations">Correlations of the variables.</param>
/// <param name="rows">Rows behind them.</param>
public sealed class TotalEffects(LearnedStructure structure, Matrix correlations, int rows)
{
    /// <summary>Most open neighbours of which every choice is tried; with more, only none and all.</summary>
    public const int MostOpen = 4;

    /// <summary>Effects of everything from which a way leads to the target, the strongest first.</summary>
    public IReadOnlyList<TotalEffect> On(int target)
    {
        var certain = Ways(target, structure.Causes);
        var possible = Ways(target, (x, y) => structure.Causes(x, y) || structure.IsOpen(x, y));
        return [.. possible.Select(cause => Of(cause, target) is { } effect ? effect with { IsPossible = !certain.Contains(cause) } : null).OfType<TotalEffect>().OrderBy(effect => effect.Probability).ThenByDescending(effect => Math.Abs(effect.Value))];
    }

    private HashSet<int> Ways(int target, Func<int, int, bool> leads)
    {
        var (found, open) = (new HashSet<int>(), new Stack<int>([target]));
        while (open.TryPop(out var y))
        {
            for (var x = 0; x < correlations.Rows; x++) if (x != target && leads(x, y) && found.Add(x)) open.Push(x);
        }

        return found;
    }

    private TotalEffect? Of(int cause, int target)
    {
        TotalEffect[] all = [.. Choices(cause).Where(held => !held.Contains(target)).Select(held => Regress(cause, target, held)).OfType<TotalEffect>()];
        return all.Length == 0 ? null : all.MinBy(effect => Math.Abs(effect.Value))! with { Range = (all.Min(effect => effect.Value), all.Max(effect => effect.Value)) };
    }

    private IEnumerable<int[]> Choices(int cause)
    {
        var all = Enumerable.Range(0, correlations.Rows);
        int[] certain = [.. all.Where(x => structure.Causes(x, cause))];
        int[] open = [.. all.Where(x => structure.IsOpen(x, cause))];
        if (open.Length > MostOpen) return [certain, [.. certain, .. open]];
        return Enumerable.Range(0, 1 << open.Length).Select(choice => certain.Concat(open.Where((_, i) => (choice >> i & 1) == 1)).ToArray());
    }

    private TotalEffect? Regress(int cause, int target, int[] held)
    {
        int[] inputs = [.. held, cause];
        var degrees = rows - inputs.Length - 1;
        var part = new Matrix(inputs.Length, inputs.Length);
        for (var i = 0; i < inputs.Length; i++) for (var j = 0; j < inputs.Length; j++) part[i, j] = correlations[inputs[i], inputs[j]];
        if (degrees < 1 || Cholesky.TryOf(part) is not { } factor) return null;
        double[] right = [.. inputs.Select(x => correlations[x, target])];
        var slopes = factor.Solve(right);
        var unit = new double[inputs.Length];
        unit[^1] = 1;
        var left = Math.Max(0, 1 - Dot.Of(slopes, right));
        var error = Math.Sqrt(left / degrees * factor.Solve(unit)[^1]);
        var (value, t) = (slopes[^1], slopes[^1] / Math.Max(error, double.Epsilon));
        return new TotalEffect(cause, value, error) { Probability = 2 * StudentT.Cumulative(-Math.Abs(t), degrees), Degrees = degrees, Held = held, Range = (value, value) };
    }
}
