using System.Collections.Concurrent;
using Voltloop.Kernels.Lineage;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>The lineage of all events up to one, ready to be walked from several threads.</summary>
/// <param name="Graph">The graph; the tag of an edge is the number of its event.</param>
/// <param name="Names">Name of each node.</param>
/// <param name="Ids">Node of each name.</param>
/// <param name="UpTo">Number of the newest event in it.</param>
internal sealed record LineageSnapshot(LineageGraph Graph, IReadOnlyList<string> Names, ConcurrentDictionary<string, int> Ids, long UpTo)
{
    private readonly ConcurrentBag<LineageWalker> _walkers = [];

    /// <summary>Walks with a walker of its own.</summary>
    public T Walk<T>(Func<LineageWalker, T> walk)
    {
        var walker = _walkers.TryTake(out var idle) ? idle : new LineageWalker(Graph);
        var result = walk(walker);
        _walkers.Add(walker);
        return result;
    }
}
