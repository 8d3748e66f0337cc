namespace Voltloop.Kernels.Experiments;

/// <summary>Designs for response surfaces (Box and Wilson 1951; Box and Behnken 1960), without centre points.</summary>
public static class SurfaceDesign
{
    /// <summary>Most factors of a central composite design.</summary>
    public const int MaxFactors = 8;

    // Factors that vary together, from 0.
    private static readonly int[][] SixTriples = [[0, 1, 3], [1, 2, 4], [2, 3, 5], [0, 3, 4], [1, 4, 5], [0, 2, 5]];
    private static readonly int[][] SevenTriples = [[3, 4, 5], [0, 5, 6], [1, 4, 6], [0, 1, 3], [2, 3, 6], [0, 2, 4], [1, 2, 5]];

    /// <summary>Corners (a fraction from five factors on) and stars at the distance given.</summary>
    public static double[][] Composite(int factors, double distance)
    {
        var stars = Enumerable.Range(0, factors).SelectMany(j => new[] { -distance, distance }.Select(at => Enumerable.Range(0, factors).Select(k => k == j ? at : 0.0).ToArray()));
        return [.. Corners(factors).Runs().Select(run => Enumerable.Range(0, factors).Select(j => (run >> j & 1) == 1 ? 1.0 : -1.0).ToArray()), .. stars];
    }

    /// <summary>The corners of a central composite design: resolution V or more.</summary>
    public static TwoLevelDesign Corners(int factors) => TwoLevelDesign.Fraction(factors, factors switch { < 5 => 0, < 8 => 1, _ => 2 })!;

    /// <summary>Box and Behnken's design of 3 to 7 factors; <c>null</c> for others.</summary>
    public static double[][]? BoxBehnken(int factors)
    {
        int[][]? groups = factors switch
        {
            >= 3 and <= 5 => [.. from i in Enumerable.Range(0, factors) from j in Enumerable.Range(i + 1, factors - i - 1) select new[] { i, j }],
            6 => SixTriples,
            7 => SevenTriples,
            _ => null,
        };
        return groups is null ? null : [.. groups.SelectMany(group => Enumerable.Range(0, 1 << group.Length).Select(run => Enumerable.Range(0, factors).Select(k => Array.IndexOf(group, k) is >= 0 and var bit ? ((run >> bit & 1) == 1 ? 1.0 : -1.0) : 0).ToArray()))];
    }
}
