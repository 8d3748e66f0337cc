namespace Voltloop.Kernels.Tolerances;

/// <summary>
/// Draws assemblies and counts what comes out. Deviations are summed in standard deviations of the result, in single
/// precision (rounding 1e-7 of a standard deviation); moments are kept in double precision.
/// </summary>
public static class StackSimulation
{
    /// <summary>Most assemblies of a simulation.</summary>
    public const long MaxRuns = 100_000_000;

    private const int Length = 2048;

    /// <summary>Simulates.</summary>
    /// <param name="stack">Contributors, one of which varies.</param>
    /// <param name="runs">Assemblies, 32 to <see cref="MaxRuns"/>; rounded up to a multiple of 32.</param>
    /// <param name="seed">Same seed, same outcome.</param>
    /// <param name="limits">Limits of the result; infinite where there is none.</param>
    public static SimulatedStack Run(IReadOnlyList<Contributor> stack, long runs, ulong seed, (double Lower, double Upper) limits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, NormalLanes.Block);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runs, MaxRuns);
        var sum = StackSum.Of(stack);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum.Sigma);
        var (source, tally) = (new NormalLanes(seed), new StackTally((limits.Lower - sum.Mean) / sum.Sigma, (limits.Upper - sum.Mean) / sum.Sigma));
        Contributor[] parts = [.. stack.Where(one => one.Brings > 0)];
        var (block, uniform) = (new float[Length], new float[Length]);
        for (var left = (runs + NormalLanes.Block - 1) / NormalLanes.Block * NormalLanes.Block; left > 0; left -= Math.Min(left, Length))
        {
            var results = block.AsSpan(0, (int)Math.Min(left, Length));
            results.Clear();
            foreach (var part in parts) Add(part, (float)(part.Sensitivity * part.Variation.Sigma / sum.Sigma), source, (block, uniform, results.Length));
            tally.Take(results);
        }

        return tally.Outcome(sum.Mean, sum.Sigma);
    }

    private static void Add(Contributor part, float scale, NormalLanes source, (float[] Results, float[] Uniform, int Count) into)
    {
        var results = into.Results.AsSpan(0, into.Count);
        if (part.Variation.Table is not float[] { Length: > 0 } table)
        {
            // The sum of independent normal dimensions alike is normal, so that they are drawn at once.
            source.AddTo(results, scale * MathF.Sqrt(part.Count));
            return;
        }

        var uniform = into.Uniform.AsSpan(0, into.Count);
        for (var k = 0; k < part.Count; k++)
        {
            source.Uniform(uniform);
            if (part.Variation.IsDiscrete) Drawn(table, scale, uniform, results);
            else Interpolated(table, scale, uniform, results);
        }
    }

    private static void Interpolated(float[] table, float scale, ReadOnlySpan<float> uniform, Span<float> results)
    {
        const int Tail = Variation.TailSteps;
        for (var i = 0; i < results.Length; i++)
        {
            var at = uniform[i] * Variation.Steps;
            var k = Math.Min((int)at, Variation.Steps - 1);
            at -= k;
            if (k is 0 or Variation.Steps - 1)
            {
                at *= Tail;
                var cell = Math.Min((int)at, Tail - 1);
                at -= cell;
                k = Variation.Steps + 1 + (k == 0 ? 0 : Tail + 1) + cell;
            }

            results[i] += scale * (table[k] + (at * (table[k + 1] - table[k])));
        }
    }

    private static void Drawn(float[] table, float scale, ReadOnlySpan<float> uniform, Span<float> results)
    {
        for (var i = 0; i < results.Length; i++) results[i] += scale * table[Math.Min((int)(uniform[i] * table.Length), table.Length - 1)];
    }
}
