namespace Voltloop.Kernels.Commonality;

/// <summary>Counts units and bad units at every level of a step.</summary>
public static class LevelCounts
{
    private const int Lanes = 4;

    /// <summary>Counts one step.</summary>
    /// <param name="column">The step.</param>
    /// <param name="bad">Numbers of the bad units.</param>
    /// <param name="all">Gets the units at each level.</param>
    /// <param name="faulty">Gets the bad units at each level.</param>
    public static void Of(StepColumn column, ReadOnlySpan<int> bad, Span<int> all, Span<int> faulty)
    {
        all.Clear();
        faulty.Clear();
        if (column.Starts is null)
        {
            Single(column.Codes, all);
            foreach (var unit in bad) if (column.Codes[unit] < faulty.Length) faulty[column.Codes[unit]]++;
            return;
        }

        for (var unit = 0; unit < column.Units; unit++) Visits(column, unit, all);
        foreach (var unit in bad) Visits(column, unit, faulty);
    }

    // Four tables, so that neighbours at one level do not wait for each other's addition.
    private static void Single(ReadOnlySpan<ushort> codes, Span<int> all)
    {
        var width = all.Length + 1;
        Span<int> counts = width * Lanes <= 4096 ? stackalloc int[width * Lanes] : new int[width * Lanes];
        counts.Clear();
        Span<int> one = counts[..width], two = counts.Slice(width, width), three = counts.Slice(2 * width, width), four = counts.Slice(3 * width, width);
        var (last, i) = ((uint)all.Length, 0);
        for (; i + Lanes <= codes.Length; i += Lanes)
        {
            one[(int)Math.Min(codes[i], last)]++;
            two[(int)Math.Min(codes[i + 1], last)]++;
            three[(int)Math.Min(codes[i + 2], last)]++;
            four[(int)Math.Min(codes[i + 3], last)]++;
        }

        for (; i < codes.Length; i++) one[(int)Math.Min(codes[i], last)]++;
        for (var level = 0; level < all.Length; level++) all[level] = one[level] + two[level] + three[level] + four[level];
    }

    // A unit with several parts at a level counts once.
    private static void Visits(StepColumn column, int unit, Span<int> counts)
    {
        var (from, before) = column.Visits(unit);
        var codes = column.Codes.AsSpan(from, before - from);
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] < counts.Length && !codes[..i].Contains(codes[i])) counts[codes[i]]++;
        }
    }
}
