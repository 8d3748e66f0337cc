namespace Voltloop.Kernels.Lineage;

/// <summary>
/// How much of each node's mass stems from given sources: a node's share is the mean of what went into it, weighted by the
/// mass that went in. Assumes that each node is mixed when something is drawn from it, which holds for lots, silos and
/// slurries, not for the two ends of a coil.
/// </summary>
public static class LineageShares
{
    /// <summary>Shares of the sources in what a walk down reached.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="reach">A walk down from the sources; nodes outside it hold nothing of them.</param>
    /// <returns>
    /// For each node of the walk a share from 0 to 1; NaN where the mass of something that went in is not known or the node
    /// lies on a circle.
    /// </returns>
    public static double[] Of(LineageGraph graph, LineageReach reach)
    {
        var slots = new Dictionary<int, int>(reach.Nodes.Length);
        for (var slot = 0; slot < reach.Nodes.Length; slot++) slots[reach.Nodes[slot]] = slot;
        var shares = new double[reach.Nodes.Length];
        Array.Fill(shares, double.NaN);
        var open = Waiting(graph, reach, slots);
        var ready = new Queue<int>(Enumerable.Range(0, shares.Length).Where(slot => open[slot] == 0));
        while (ready.TryDequeue(out var slot))
        {
            shares[slot] = reach.Edges[slot] < 0 ? 1 : Mean(graph, reach.Nodes[slot], slots, shares);
            for (var (edge, end) = graph.Down(reach.Nodes[slot]); edge < end; edge++)
            {
                if (slots.TryGetValue(graph.DownLink(edge).Node, out var next) && --open[next] == 0) ready.Enqueue(next);
            }
        }

        return shares;
    }

    // How many of its parts each node still waits for; a source waits for none.
    private static int[] Waiting(LineageGraph graph, LineageReach reach, Dictionary<int, int> slots)
    {
        var open = new int[reach.Nodes.Length];
        for (var slot = 0; slot < open.Length; slot++)
        {
            if (reach.Edges[slot] < 0) continue;
            for (var (place, end) = graph.Up(reach.Nodes[slot]); place < end; place++)
            {
                if (slots.ContainsKey(graph.UpLink(place).Node)) open[slot]++;
            }
        }

        return open;
    }

    private static double Mean(LineageGraph graph, int node, Dictionary<int, int> slots, double[] shares)
    {
        var (all, part) = (0.0, 0.0);
        for (var (place, end) = graph.Up(node); place < end; place++)
        {
            double mass = graph.Mass(graph.EdgeAt(place));
            all += mass;
            part += slots.TryGetValue(graph.UpLink(place).Node, out var slot) ? mass * shares[slot] : 0;
        }

        return all > 0 ? part / all : double.NaN;
    }
}
