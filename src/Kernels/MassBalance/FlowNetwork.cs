namespace Voltloop.Kernels.MassBalance;

/// <summary>Nodes and the streams between them. What flows into a node flows out of it again.</summary>
public sealed class FlowNetwork
{
    /// <summary>The other end of a stream that enters or leaves the network.</summary>
    public const int Outside = -1;

    /// <summary>Most nodes: the matrices are dense.</summary>
    public const int MaxNodes = 600;

    private readonly int[] _from;
    private readonly int[] _to;

    /// <summary>A network.</summary>
    /// <param name="nodes">Number of nodes, 1 to <see cref="MaxNodes"/>.</param>
    /// <param name="from">Node that each stream leaves, or <see cref="Outside"/>.</param>
    /// <param name="to">Node that each stream enters, or <see cref="Outside"/>; same length.</param>
    public FlowNetwork(int nodes, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(nodes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes, MaxNodes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(to.Length, from.Length);
        (Nodes, _from, _to) = (nodes, from.ToArray(), to.ToArray());
        if (_from.Concat(_to).Any(end => end < Outside || end >= nodes)) throw new ArgumentException("A stream ends at a node that is not there.", nameof(from));
    }

    /// <summary>Number of nodes.</summary>
    public int Nodes { get; }

    /// <summary>Number of streams.</summary>
    public int Streams => _from.Length;

    /// <summary>Node that a stream leaves, or <see cref="Outside"/>.</summary>
    public int From(int stream) => _from[stream];

    /// <summary>Node that a stream enters, or <see cref="Outside"/>.</summary>
    public int To(int stream) => _to[stream];

    /// <summary>What enters each node less what leaves it.</summary>
    /// <param name="flows">One per stream.</param>
    /// <param name="net">Result, one per node.</param>
    public void Net(ReadOnlySpan<double> flows, Span<double> net)
    {
        net.Clear();
        for (var j = 0; j < Streams; j++)
        {
            if (_to[j] >= 0) net[_to[j]] += flows[j];
            if (_from[j] >= 0) net[_from[j]] -= flows[j];
        }
    }

    /// <summary>Entry of the incidence matrix times a vector over nodes: value at the head less value at the tail.</summary>
    internal double Across(int stream, ReadOnlySpan<double> nodes) =>
        (_to[stream] >= 0 ? nodes[_to[stream]] : 0) - (_from[stream] >= 0 ? nodes[_from[stream]] : 0);
}
