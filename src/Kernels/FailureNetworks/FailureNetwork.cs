namespace Voltloop.Kernels.FailureNetworks;

/// <summary>
/// Failures that bring about failures, each by itself (noisy-OR gates: Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, 4.3), with exact
/// probabilities by elimination of variables (Zhang and Poole, JAIR 5 (1996) 301). Valid where causes act independently of each other and nothing prevents anything.
/// </summary>
public sealed class FailureNetwork
{
    /// <summary>Most nodes.</summary>
    public const int MaxNodes = 500;

    /// <summary>Most variables of a table while eliminating.</summary>
    public const int MaxTogether = 18;

    private readonly IReadOnlyList<FailureNode> _nodes;

    /// <summary>A network.</summary>
    /// <param name="nodes">Its nodes; causes are numbers of others.</param>
    /// <exception cref="ArgumentException">There is a circle, or a probability is none.</exception>
    public FailureNetwork(IReadOnlyList<FailureNode> nodes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes.Count, MaxNodes);
        if (nodes.Any(node => node.Leak is not (>= 0 and <= 1) || node.Causes.Any(cause => cause.Strength is not (>= 0 and <= 1)))) throw new ArgumentException("A probability is 0 to 1.", nameof(nodes));
        if (nodes.Any(node => node.Causes.Count >= MaxTogether)) throw new ArgumentException($"A node has {MaxTogether - 1} causes at most.", nameof(nodes));
        if (Circle(nodes) is not null) throw new ArgumentException("Causes go in a circle.", nameof(nodes));
        _nodes = nodes;
    }

    /// <summary>A circle of causes, first and last the same; <c>null</c> for none.</summary>
    public static IReadOnlyList<int>? Circle(IReadOnlyList<FailureNode> nodes)
    {
        var (state, path) = (new byte[nodes.Count], new List<int>());
        for (var start = 0; start < nodes.Count; start++) if (Visit(start) is { } circle) return circle;
        return null;

        IReadOnlyList<int>? Visit(int node)
        {
            if (state[node] == 2) return null;
            path.Add(node);
            if (state[node] == 1) return [.. path.Skip(path.IndexOf(node)).Reverse()];
            state[node] = 1;
            foreach (var (cause, _) in nodes[node].Causes) if (Visit(cause) is { } circle) return circle;
            state[node] = 2;
            path.RemoveAt(path.Count - 1);
            return null;
        }
    }

    /// <summary>Probability that a node failed, when others are known to have failed or not; NaN when what is known cannot be.</summary>
    /// <returns><c>null</c> when the network is too densely tied for <see cref="MaxTogether"/>.</returns>
    public double? Probability(int node, IReadOnlyDictionary<int, bool> known)
    {
        if (known.TryGetValue(node, out var told)) return told ? 1 : 0;
        // What lies behind neither the question nor the evidence changes nothing.
        var relevant = Behind([node, .. known.Keys]);
        List<FailureTable> tables = [.. relevant.Select(one => FailureTable.Of(one, _nodes[one]).Given(known))];
        var open = relevant.Where(one => one != node && !known.ContainsKey(one)).ToHashSet();
        while (open.Count > 0)
        {
            var next = open.MinBy(one => (Together(tables, one), one));
            if (Together(tables, next) > MaxTogether) return null;
            open.Remove(next);
            var tied = tables.Where(table => table.Variables.Contains(next)).ToList();
            tables.RemoveAll(tied.Contains);
            tables.Add(FailureTable.Product(tied).Without(next));
        }

        var last = FailureTable.Product(tables);
        return last.Values[1] / (last.Values[0] + last.Values[1]);
    }

    private static int Together(List<FailureTable> tables, int node) => tables.Where(table => table.Variables.Contains(node)).SelectMany(table => table.Variables).Distinct().Count();

    private SortedSet<int> Behind(IEnumerable<int> from)
    {
        var (found, open) = (new SortedSet<int>(), new Stack<int>(from));
        while (open.TryPop(out var node))
        {
            if (!found.Add(node)) continue;
            foreach (var (cause, _) in _nodes[node].Causes) open.Push(cause);
        }

        return found;
    }
}
