namespace Voltloop.Kernels.Experiments;

/// <summary>Plackett and Burman's designs (Biometrika 33, 1946): main effects of up to n - 1 factors in n runs.</summary>
public static class ScreeningDesign
{
    private static readonly Dictionary<int, string> FirstRows = new()
    {
        [8] = "+++-+--", [12] = "++-+++---+-", [16] = "++++-+-++--+---", [20] = "++--++++-+-+----++-", [24] = "+++++-+-++--++--+-+----",
    };

    /// <summary>Runs that are possible.</summary>
    public static IReadOnlyCollection<int> Sizes => FirstRows.Keys;

    /// <summary>Levels -1 and 1 of each run for as many factors; <c>null</c> when there is no such design.</summary>
    public static double[][]? Of(int runs, int factors)
    {
        if (!FirstRows.TryGetValue(runs, out var first) || factors >= runs) return null;
        // Each row is the one before, moved on by one; the last has all factors low.
        return [.. Enumerable.Range(0, runs).Select(row => Enumerable.Range(0, factors).Select(j => row < runs - 1 && first[(j - row + runs - 1) % (runs - 1)] == '+' ? 1.0 : -1.0).ToArray())];
    }
}
