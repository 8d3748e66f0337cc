namespace Voltloop.Tracing.PlanRecall;

/// <summary>So many affected things of a sort.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Count">How many.</param>
internal sealed record RecallSort(string Name, int Count);
