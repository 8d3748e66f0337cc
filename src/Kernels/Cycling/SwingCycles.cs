namespace Voltloop.Kernels.Cycling;

/// <summary>
/// Numbers the cycles of a test that nobody counted, by its swings of charge: a cycle is a swing in one direction and the swing
/// back. Turns smaller than a share of the largest swing belong to the swing around them, so that a drive profile with thousands
/// of short charges is one discharge (hysteresis filtering as in rainflow counting, ASTM E1049-85, 5.4).
/// </summary>
public static class SwingCycles
{
    /// <summary>Least swing, as a share of the range of the charge.</summary>
    public const double LeastSwing = 0.2;

    /// <summary>Number of the cycle of each sample, from 1 on.</summary>
    /// <param name="second">Test time, s, never falling.</param>
    /// <param name="ampere">Current, A, + = charge.</param>
    public static double[] Number(ReadOnlySpan<double> second, ReadOnlySpan<double> ampere)
    {
        var charge = new double[second.Length];
        for (var i = 1; i < charge.Length; i++) charge[i] = charge[i - 1] + Step(second, ampere, i);
        var turns = Turns(charge);
        var numbers = new double[charge.Length];
        // Two swings are a cycle.
        for (int i = 0, turn = 0; i < numbers.Length; i++)
        {
            while (turn < turns.Count && turns[turn] < i) turn++;
            numbers[i] = 1 + (turn / 2);
        }

        return numbers;
    }

    private static double Step(ReadOnlySpan<double> second, ReadOnlySpan<double> ampere, int i)
    {
        var moved = 0.5 * (ampere[i] + ampere[i - 1]) * (second[i] - second[i - 1]);
        return double.IsFinite(moved) ? moved : 0;
    }

    // Samples at which the charge turns for good: it comes back from there by the least swing.
    private static List<int> Turns(double[] charge)
    {
        var turns = new List<int>();
        if (charge.Length == 0) return turns;
        var least = LeastSwing * (charge.Max() - charge.Min());
        var (low, high, direction) = (0, 0, 0);
        for (var i = 1; i < charge.Length && least > 0; i++)
        {
            if (charge[i] > charge[high]) high = i;
            if (charge[i] < charge[low]) low = i;
            if (direction >= 0 && charge[high] - charge[i] >= least)
            {
                if (direction > 0) turns.Add(high);
                (direction, low, high) = (-1, i, i);
            }
            else if (direction <= 0 && charge[i] - charge[low] >= least)
            {
                if (direction < 0) turns.Add(low);
                (direction, low, high) = (1, i, i);
            }
        }

        return turns;
    }
}
