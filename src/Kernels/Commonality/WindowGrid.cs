namespace Voltloop.Kernels.Commonality;

/// <summary>Visits of units to one level, sorted into bins of time.</summary>
internal sealed class WindowGrid
{
    private readonly int[] _starts;
    private readonly byte[] _bins;

    /// <summary>Sorts the visits.</summary>
    /// <param name="visits">Sorted moments of each unit.</param>
    /// <param name="edges">Beginning of each bin, rising; what is earlier than the first is left out.</param>
    public WindowGrid(IReadOnlyList<double[]> visits, double[] edges)
    {
        Edges = edges;
        _starts = new int[visits.Count + 1];
        var bins = new List<byte>();
        for (var unit = 0; unit < visits.Count; unit++)
        {
            var last = -1;
            foreach (var at in visits[unit])
            {
                var bin = BinOf(at);
                if (bin >= 0 && bin != last) bins.Add((byte)(last = bin));
            }

            _starts[unit + 1] = bins.Count;
        }

        _bins = [.. bins];
    }

    /// <summary>Beginning of each bin.</summary>
    public double[] Edges { get; }

    /// <summary>Units with a visit in each window of bins: entry first * bins + last.</summary>
    public int[] Count(ReadOnlySpan<int> units)
    {
        var (width, counts) = (Edges.Length, new int[Edges.Length * Edges.Length]);
        foreach (var unit in units)
        {
            var next = 0;
            for (var k = _starts[unit]; k < _starts[unit + 1]; k++)
            {
                int bin = _bins[k];
                // A window that begins up to here meets the unit first in this bin.
                for (; next <= bin; next++) counts[(next * width) + bin]++;
            }
        }

        for (var first = 0; first < width; first++)
        {
            for (var last = first + 1; last < width; last++) counts[(first * width) + last] += counts[(first * width) + last - 1];
        }

        return counts;
    }

    private int BinOf(double at)
    {
        var place = Array.BinarySearch(Edges, at);
        return place >= 0 ? place : ~place - 1;
    }
}
