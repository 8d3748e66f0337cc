namespace Voltloop.Kernels.Tolerances;

/// <summary>
/// Shares a bound on the result out among tolerances at the least cost: the conditions of Lagrange with bounds held
/// (Chase 1999, minimum-cost tolerance allocation). The problem is convex in each, so that one multiplier settles all.
/// </summary>
public static class CostAllocation
{
    private const int MaxHalvings = 300;

    /// <summary>Half widths of the least cost; <c>null</c> when even the smallest ones add up to more than the bound.</summary>
    /// <param name="parts">The tolerances.</param>
    /// <param name="bound">Half width of the result, above 0.</param>
    /// <param name="worstCase">Adds half widths; else their squares.</param>
    public static double[]? Share(IReadOnlyList<CostedTolerance> parts, double bound, bool worstCase)
    {
        var power = worstCase ? 1 : 2;
        double Total(double[] halves) => Math.Pow(parts.Select((part, i) => Math.Pow(Math.Abs(part.Weight) * halves[i], power)).Sum(), 1.0 / power);
        if (Total([.. parts.Select(part => part.Smallest)]) > bound) return null;
        if (Total([.. parts.Select(part => part.Largest)]) <= bound) return [.. parts.Select(part => part.Largest)];
        // The larger the multiplier, the smaller every half width.
        var (low, high) = (-700.0, 700.0);
        for (var i = 0; i < MaxHalvings && high - low > 1e-14 * Math.Abs(high); i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Total(Halves(parts, Math.Exp(middle), power)) > bound ? (middle, high) : (low, middle);
        }

        return Halves(parts, Math.Exp(high), power);
    }

    // Where the slope of cost, k c / t^(k+1), equals the multiplier times that of the sum, p w^p t^(p-1).
    private static double[] Halves(IReadOnlyList<CostedTolerance> parts, double multiplier, int power) =>
        [.. parts.Select(part => Math.Clamp(Math.Pow(part.Power * part.Cost / (multiplier * power * Math.Pow(Math.Abs(part.Weight), power)), 1 / (part.Power + power)), part.Smallest, part.Largest))];
}
