using System.Collections.Concurrent;

namespace Voltloop.Kernels.Lineage;

/// <summary>Names of nodes: those of a base, and those that came since. One writer adds; others look up what they were told of.</summary>
/// <param name="rows">Names of the base.</param>
public sealed class NodeNames(LineageNames rows)
{
    private readonly ConcurrentDictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly AppendList<string> _added = new();

    /// <summary>Names.</summary>
    public int Count => rows.Count + _added.Count;

    /// <summary>Name of a node.</summary>
    public string this[int node] => node < rows.Count ? rows[node] : AppendList<string>.At(_added.Pieces, node - rows.Count);

    /// <summary>Node of a name; -1 when there is none.</summary>
    public int Find(string name) => rows.Find(name) is var node and >= 0 ? node : _ids.GetValueOrDefault(name, -1);

    /// <summary>Node of a name, the next one when it is new.</summary>
    public int FindOrAdd(string name)
    {
        if (Find(name) is var node and >= 0) return node;
        node = Count;
        _added.Add(name);
        _ids[name] = node;
        return node;
    }

    /// <summary>What came since, for nodes below a number.</summary>
    public IReadOnlyList<string> AddedBelow(int nodes)
    {
        var pieces = _added.Pieces;
        return [.. Enumerable.Range(0, nodes - rows.Count).Select(place => AppendList<string>.At(pieces, place))];
    }
}
