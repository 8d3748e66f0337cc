namespace Voltloop.Tracing.TraceLineage;

/// <summary>How many things of a group were reached from another group.</summary>
/// <param name="From">Place of the group nearer to the start.</param>
/// <param name="To">Place of the other.</param>
/// <param name="Count">Things.</param>
public sealed record LineageFlow(int From, int To, int Count);
