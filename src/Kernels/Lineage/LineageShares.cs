namespace Voltloop.Kernels.Lineage;

/// <summary>
/// How much of each node's mass stems from given sources: a node's share is the mean of what went into it, weighted by the
/// mass that went in. Assumes that each node is mixed when something is drawn from it, which holds for lots, silos and
/// slurries, not for the two ends of a coil.
/// </summary>
public static class LineageShares
{
    /// <summary>Shares of the sources in what a walk down reached.</summary>
    /// <param name="reach">A walk down from the sources; nodes outside it hold nothing of them.</param>
    /// <returns>
    /// For each node of the walk a share from 0 to 1; NaN where the mass of something that went in is not known or the node
    /// lies on a circle.
    /// </returns>
    public static double[] Of(LineageReach reach)
    {
        var shares = new double[reach.Count];
        Array.Fill(shares, double.NaN);
        var open = Waiting(reach);
        var ready = new Queue<int>(Enumerable.Range(0, shares.Length).Where(slot => open[slot] == 0));
        while (ready.TryDequeue(out var slot))
        {
            var visit = reach.Visits[slot];
            shares[slot] = visit.Over < 0 ? 1 : Mean(reach, visit.Node, shares);
            foreach (var step in reach.Graph.Down(visit.Node))
            {
                if (reach.SlotOf(step.Link.Node) is var next and >= 0 && --open[next] == 0) ready.Enqueue(next);
            }
        }

        return shares;
    }

    // How many of its parts each node still waits for; a source waits for none.
    private static int[] Waiting(LineageReach reach)
    {
        var open = new int[reach.Count];
        for (var slot = 0; slot < open.Length; slot++)
        {
            if (reach.Visits[slot].Over < 0) continue;
            foreach (var step in reach.Graph.Up(reach.Visits[slot].Node)) open[slot] += reach.SlotOf(step.Link.Node) >= 0 ? 1 : 0;
        }

        return open;
    }

    private static double Mean(LineageReach reach, int node, double[] shares)
    {
        var (all, part) = (0.0, 0.0);
        foreach (var step in reach.Graph.Up(node))
        {
            double mass = reach.Graph.Mass(step.Edge);
            all += mass;
            part += reach.SlotOf(step.Link.Node) is var slot and >= 0 ? mass * shares[slot] : 0;
        }

        return all > 0 ? part / all : double.NaN;
    }
}
