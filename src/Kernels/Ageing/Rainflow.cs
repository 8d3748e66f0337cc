namespace Voltloop.Kernels.Ageing;

/// <summary>Counts the cycles of a history by the rainflow rule of ASTM E1049-85, 5.4.4.</summary>
public static class Rainflow
{
    /// <summary>The cycles in the order in which they close, then the half cycles of the rest. NaN is left out.</summary>
    public static IReadOnlyList<RainflowCycle> Count(ReadOnlySpan<double> history)
    {
        var cycles = new List<RainflowCycle>();
        var stack = new List<double>();
        foreach (var point in Reversals(history))
        {
            stack.Add(point);
            while (stack.Count >= 3 && Range(stack, 1) >= Range(stack, 2))
            {
                var whole = stack.Count > 3;
                cycles.Add(Cycle(stack[^3], stack[^2], whole ? 1 : 0.5));
                // A range that contains the start counts half, and only the start goes.
                if (whole) stack.RemoveRange(stack.Count - 3, 2);
                else stack.RemoveAt(0);
            }
        }

        for (var i = 1; i < stack.Count; i++)
        {
            cycles.Add(Cycle(stack[i - 1], stack[i], 0.5));
        }

        return cycles;
    }

    /// <summary>Equivalent full cycles of a history of charge (0 to 1): sum of ranges times counts.</summary>
    public static double FullCycles(IEnumerable<RainflowCycle> cycles) => cycles.Sum(cycle => cycle.Range * cycle.Count);

    private static double Range(List<double> stack, int back) => Math.Abs(stack[^back] - stack[^(back + 1)]);

    private static RainflowCycle Cycle(double from, double to, double count) => new(Math.Abs(to - from), (from + to) / 2, count);

    private static List<double> Reversals(ReadOnlySpan<double> history)
    {
        var reversals = new List<double>();
        foreach (var value in history)
        {
            if (!double.IsFinite(value) || (reversals.Count > 0 && value == reversals[^1])) continue;
            if (reversals.Count > 1 && (value - reversals[^1]) * (reversals[^1] - reversals[^2]) > 0) reversals[^1] = value;
            else reversals.Add(value);
        }

        return reversals;
    }
}
