namespace Voltloop.Kernels.CausalStructure;

/// <summary>All subsets of a size.</summary>
internal static class Combinations
{
    /// <summary>Takes a subset.</summary>
    public delegate void Taker(ReadOnlySpan<int> subset);

    /// <summary>Gives each subset in the order of the items.</summary>
    public static void Each(ReadOnlySpan<int> items, int size, Taker take)
    {
        Span<int> places = stackalloc int[size];
        Span<int> subset = stackalloc int[size];
        for (var i = 0; i < size; i++) places[i] = i;
        while (true)
        {
            for (var i = 0; i < size; i++) subset[i] = items[places[i]];
            take(subset);
            var last = size - 1;
            while (last >= 0 && places[last] == items.Length - size + last) last--;
            if (last < 0) return;
            places[last]++;
            for (var i = last + 1; i < size; i++) places[i] = places[i - 1] + 1;
        }
    }
}
