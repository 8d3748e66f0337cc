namespace Voltloop.Kernels.CausalStructure;

/// <summary>Which variables belong together, without directions, and the strongest case against each pair.</summary>
/// <param name="size">Number of variables.</param>
internal sealed class Skeleton(int size)
{
    private readonly bool[,] _joined = new bool[size, size];
    private readonly Separation?[,] _against = new Separation?[size, size];

    /// <summary>Number of variables.</summary>
    public int Size => size;

    /// <summary>Tests made.</summary>
    public long Tests { get; set; }

    /// <summary>True when the limit on tests ended the search before its depth.</summary>
    public bool IsCut { get; set; }

    /// <summary>Every pair once.</summary>
    public IEnumerable<(int X, int Y)> Pairs => from x in Enumerable.Range(0, size) from y in Enumerable.Range(x + 1, size - x - 1) select (x, y);

    /// <summary>Whether two variables belong together.</summary>
    public bool Joins(int x, int y) => _joined[x, y];

    /// <summary>Joins two variables or takes them apart.</summary>
    public void Join(int x, int y, bool joined) => _joined[x, y] = _joined[y, x] = joined;

    /// <summary>The strongest case against an edge; when it was removed, the one that removed it. <c>null</c> when no test could be made.</summary>
    public Separation? Against(int x, int y) => _against[Math.Min(x, y), Math.Max(x, y)];

    /// <summary>Keeps a test when it is a stronger case against the edge than those before.</summary>
    public void Hear(int x, int y, Separation heard)
    {
        var (low, high) = (Math.Min(x, y), Math.Max(x, y));
        if (_against[low, high] is null || heard.Probability > _against[low, high]!.Probability) _against[low, high] = heard;
    }
}
