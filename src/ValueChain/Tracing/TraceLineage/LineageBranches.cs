namespace Voltloop.Tracing.TraceLineage;

/// <summary>An answer as a tree: what stands below each thing, by sort.</summary>
internal sealed class LineageBranches
{
    // So many joint transformations in a row are looked through; more is a circle.
    private const int Deepest = 24;

    private readonly IReadOnlyList<string> _start;
    private readonly ILookup<string, LineageNode> _below;

    public LineageBranches(LineageAnswer answer) => (_start, _below) = (answer.Start, answer.Nodes.ToLookup(node => node.Over, StringComparer.Ordinal));

    /// <summary>Things below one, few of a sort first; empty for the start.</summary>
    public IReadOnlyList<(string Sort, IReadOnlyList<LineageNode> Nodes)> Sorts(string under) =>
        [.. Below(under).GroupBy(node => LineageDiagram.SortOf(node.Id), StringComparer.Ordinal).OrderBy(sort => sort.Count()).Select(sort => (sort.Key, (IReadOnlyList<LineageNode>)[.. sort]))];

    /// <summary>Whether anything stands below a thing.</summary>
    public bool HasBelow(string under) => Below(under).Any();

    private IEnumerable<LineageNode> Below(string under) => (under.Length == 0 ? _start : [under]).SelectMany(id => Through(id, 0));

    // A joint transformation is no thing: what is behind it is shown in its place.
    private IEnumerable<LineageNode> Through(string id, int depth) => _below[id]
        .SelectMany(node => depth < Deepest && node.Id.StartsWith("ni:", StringComparison.Ordinal) ? Through(node.Id, depth + 1) : [node]);
}
