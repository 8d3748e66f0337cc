using Voltloop.Core.Identities;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>An answer of any size as a few groups and the flows between them: what a Sankey diagram draws.</summary>
/// <param name="Groups">Groups, by steps, the largest first.</param>
/// <param name="Flows">Flows between them.</param>
public sealed record LineageDiagram(IReadOnlyList<LineageGroup> Groups, IReadOnlyList<LineageFlow> Flows)
{
    /// <summary>Groups the things of an answer by distance and product.</summary>
    public static LineageDiagram Of(LineageAnswer answer)
    {
        var groups = answer.Nodes.GroupBy(node => (node.Steps, Sort: SortOf(node.Id)))
            .OrderBy(group => group.Key.Steps).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Sort, StringComparer.Ordinal)
            .Select(group => new LineageGroup(group.Key.Steps, group.Key.Sort, [.. group]))
            .Prepend(new LineageGroup(0, "start", [])).ToList();
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 1; at < groups.Count; at++) foreach (var node in groups[at].Nodes) place[node.Id] = at;
        var flows = answer.Nodes.GroupBy(node => (From: place.GetValueOrDefault(node.Over), To: place[node.Id]))
            .Select(flow => new LineageFlow(flow.Key.From, flow.Key.To, flow.Count()));
        return new LineageDiagram(groups, [.. flows.OrderBy(f => f.From).ThenBy(f => f.To)]);
    }

    /// <summary>What a name is one of: the GTIN of a GS1 Digital Link, the path before the last part of another address.</summary>
    public static string SortOf(string name)
    {
        if (name.StartsWith("ni:", StringComparison.Ordinal)) return "joint transformation";
        if (ThingId.TryParse(name, out var id) && id.ToDigitalLink() is { } link) return $"{link.Key.Ai} {link.Key.Value}";
        var cut = name.TrimEnd('/').LastIndexOfAny(['/', ':', '#', '.']);
        return cut > 0 ? name[..cut] : name;
    }
}
