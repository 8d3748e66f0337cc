namespace Voltloop.Kernels.Lineage;

/// <summary>
/// Which stretch of each coil a walk down is about. It goes down the cuts: mother coil, slit lane, sheet. Where the place of a
/// cut is not known, all of it counts.
/// </summary>
internal sealed class StretchBook
{
    // A coil that keeps getting wider lies on a circle: all of it counts.
    private const int MaxWidenings = 8;

    private readonly Dictionary<int, (CoilInterval Stretch, int Widenings)> _stretches = [];

    public void Begin(ReadOnlySpan<int> start, CoilInterval? stretch)
    {
        _stretches.Clear();
        if (stretch is { } part) foreach (var node in start) _stretches[node] = (part, 0);
    }

    /// <summary>Whether an edge leads on from the stretch that counts of a node.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="over">The node and the edge.</param>
    /// <param name="isKnown">Whether the node at the other end was reached before.</param>
    /// <param name="isWider">Whether more of that node counts now than before.</param>
    public bool Meets(LineageGraph graph, (int Node, LineageStep Step) over, bool isKnown, out bool isWider)
    {
        var to = over.Step.Link.Node;
        isWider = false;
        if (!_stretches.TryGetValue(over.Node, out var here) || !over.Step.Link.HasPosition || graph.Position(over.Step.Edge) is not { } cut)
        {
            isWider = _stretches.Remove(to) && isKnown;
            return true;
        }

        if (!here.Stretch.Overlaps(cut)) return false;
        isWider = Widen(to, here.Stretch.Within(cut), isKnown);
        return true;
    }

    private bool Widen(int node, CoilInterval by, bool isKnown)
    {
        if (!_stretches.TryGetValue(node, out var before))
        {
            // What was reached without a stretch counts as a whole already.
            if (!isKnown) _stretches[node] = (by, 0);
            return false;
        }

        var wide = new CoilInterval(Math.Min(before.Stretch.FromMetre, by.FromMetre), Math.Max(before.Stretch.ToMetre, by.ToMetre));
        if (before.Stretch.Lane == 0 && wide == before.Stretch) return false;
        if (before.Widenings == MaxWidenings) return _stretches.Remove(node);
        _stretches[node] = (wide, before.Widenings + 1);
        return true;
    }
}
