namespace Voltloop.Kernels.ControlCharts;

/// <summary>All that the rules by zones need to remember of past points. One definition for charts, simulation and Markov chain.</summary>
/// <param name="Side">Points in a row on one side: above 0 over the centre line, below 0 under it.</param>
/// <param name="Outer">Whether each of the last two was beyond two deviations: two bits above, two below.</param>
/// <param name="Middle">Whether each of the last four was beyond one deviation: four bits above, four below.</param>
/// <param name="Within">Points in a row within one deviation.</param>
/// <param name="Outside">Points in a row outside one deviation.</param>
public readonly record struct ZoneMemory(int Side, int Outer, int Middle, int Within, int Outside)
{
    /// <summary>Number of zones: eight, cut at the limits, ±2, ±1 and 0 standard deviations.</summary>
    public const int Zones = 8;

    private const int Above = 4;

    /// <summary>Zone of a point.</summary>
    /// <param name="z">Distance from the centre line, standard deviations.</param>
    /// <param name="limit">Limits, standard deviations, 2 or more.</param>
    public static int ZoneOf(double z, double limit)
    {
        var size = Math.Abs(z);
        var far = size > limit ? 3 : size > 2 ? 2 : size > 1 ? 1 : 0;
        return z > 0 ? Above + far : Above - 1 - far;
    }

    /// <summary>What is remembered after a point, and the rules that it breaks.</summary>
    /// <param name="zone">Zone of the point.</param>
    /// <param name="rules">Rules that are looked at; what the others would need is not remembered.</param>
    /// <param name="broken">The rules broken, among those looked at.</param>
    public ZoneMemory Step(int zone, RunRules rules, out RunRules broken)
    {
        var (up, far) = (zone >= Above, zone >= Above ? zone - Above : Above - 1 - zone);
        var side = up ? Math.Max(Side, 0) + 1 : Math.Min(Side, 0) - 1;
        var (outer, middle) = (Shifted(Outer, 2, (up, far >= 2)), Shifted(Middle, 4, (up, far >= 1)));
        var (within, outside) = far == 0 ? (Within + 1, 0) : (0, Outside + 1);
        broken = rules & ((far == 3 ? RunRules.Beyond : RunRules.None)
            | (Math.Abs(side) >= 9 ? RunRules.SameSide9 : RunRules.None) | (Math.Abs(side) >= 8 ? RunRules.SameSide8 : RunRules.None)
            | (Counts(outer, 2, up) >= 2 && far >= 2 ? RunRules.TwoOfThree : RunRules.None) | (Counts(middle, 4, up) >= 4 && far >= 1 ? RunRules.FourOfFive : RunRules.None)
            | (within >= 15 ? RunRules.Within15 : RunRules.None) | (outside >= 8 ? RunRules.Outside8 : RunRules.None));
        return new ZoneMemory(
            Kept(rules, RunRules.SameSide9 | RunRules.SameSide8, Math.Clamp(side, -9, 9)), Kept(rules, RunRules.TwoOfThree, Forgotten(outer, 2)),
            Kept(rules, RunRules.FourOfFive, Forgotten(middle, 4)), Kept(rules, RunRules.Within15, Math.Min(within, 15)), Kept(rules, RunRules.Outside8, Math.Min(outside, 8)));
    }

    private static int Kept(RunRules rules, RunRules needing, int value) => (rules & needing) == RunRules.None ? 0 : value;

    // One bit more than is kept, on each side: the newest point and those before it.
    private static int Shifted(int bits, int kept, (bool Up, bool Hit) now)
    {
        var mask = (1 << kept) - 1;
        var (above, below) = (bits & mask, (bits >> kept) & mask);
        above = (above << 1) | (now is { Up: true, Hit: true } ? 1 : 0);
        below = (below << 1) | (now is { Up: false, Hit: true } ? 1 : 0);
        return above | (below << (kept + 1));
    }

    private static int Counts(int shifted, int kept, bool up) =>
        System.Numerics.BitOperations.PopCount((uint)((up ? shifted : shifted >> (kept + 1)) & ((1 << (kept + 1)) - 1)));

    private static int Forgotten(int shifted, int kept)
    {
        var mask = (1 << kept) - 1;
        return (shifted & mask) | (((shifted >> (kept + 1)) & mask) << kept);
    }
}
