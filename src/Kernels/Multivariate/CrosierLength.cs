using Voltloop.Kernels.RunLengths;

namespace Voltloop.Kernels.Multivariate;

/// <summary>
/// Average run length in control of Crosier's multivariate CUSUM, by seeded simulation with its standard error. For normal rows only
/// the length of the sum matters: with the sum along the first axis, one step needs a normal value and a chi-square with p - 1 degrees.
/// </summary>
public static class CrosierLength
{
    /// <summary>Seed when none is given.</summary>
    public const int UsualSeed = 1988;

    private const int SearchRuns = 2_000;
    private const int LongestRun = 1_000_000;
    private const int Halvings = 24;
    private const double StepBudget = 2e6;

    /// <summary>Rows until the sum exceeds the limit, in control.</summary>
    /// <param name="limit">Limit h.</param>
    /// <param name="slack">Reference value k.</param>
    /// <param name="variables">Number of variables.</param>
    /// <param name="runs">Runs and seed of the simulation.</param>
    public static RunLength InControl(double limit, double slack, int variables, (int Runs, int Seed) runs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(variables, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs.Runs, 2);
        var (source, sum, squares) = (new LengthSource(runs.Seed, variables), 0.0, 0.0);
        for (var i = 0; i < runs.Runs; i++)
        {
            double length = Run(source, limit, slack);
            (sum, squares) = (sum + length, squares + (length * length));
        }

        var mean = sum / runs.Runs;
        return new RunLength(mean, Math.Sqrt(Math.Max(0, (squares / runs.Runs) - (mean * mean)) / (runs.Runs - 1)), $"simulation of {runs.Runs} runs, seed {runs.Seed}");
    }

    /// <summary>Limit h for an average run length in control, with the run length that a fresh simulation finds for it.</summary>
    /// <param name="runLength">Rows between false alarms, above 1.</param>
    /// <inheritdoc cref="InControl" path="/param"/>
    /// <param name="seed">Of the simulations.</param>
    public static (double Limit, RunLength Check) LimitFor(double runLength, double slack, int variables, int seed = UsualSeed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(runLength, 1);
        var runs = (int)Math.Clamp(StepBudget / 20 / runLength, 100, SearchRuns);
        var (low, high) = (0.0, Math.Sqrt(variables) + 1);
        while (InControl(high, slack, variables, (runs, seed)).Points < runLength) (low, high) = (high, high * 1.5);
        for (var i = 0; i < Halvings && high - low > 1e-3 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = InControl(middle, slack, variables, (runs, seed)).Points < runLength ? (middle, high) : (low, middle);
        }

        var limit = (low + high) / 2;
        return (limit, InControl(limit, slack, variables, (2 * runs, seed + 1)));
    }

    private static int Run(LengthSource source, double limit, double slack)
    {
        var (length, sum) = (1, 0.0);
        for (; length < LongestRun; length++)
        {
            sum = Math.Max(0, source.After(sum) - slack);
            if (sum > limit) break;
        }

        return length;
    }
}
