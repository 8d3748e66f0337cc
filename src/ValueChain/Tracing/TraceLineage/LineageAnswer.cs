namespace Voltloop.Tracing.TraceLineage;

/// <summary>What a walk found.</summary>
/// <param name="Start">What was asked about, canonical.</param>
/// <param name="Direction"><c>down</c> or <c>up</c>.</param>
/// <param name="Nodes">What was reached, nearest first, without the start.</param>
/// <param name="Walked">Nodes that the walk went through, the start included.</param>
/// <param name="IsCut">True when there is more than the limit let the walk see.</param>
/// <param name="UpToEvent">Number of the newest event that was considered.</param>
public sealed record LineageAnswer(IReadOnlyList<string> Start, string Direction, IReadOnlyList<LineageNode> Nodes, int Walked, bool IsCut, long UpToEvent);
