namespace Voltloop.Tracing.PlanRecall;

/// <summary>Everything affected by a cause, as it stands now: what is part of something else that is affected is in that.</summary>
/// <param name="Cause">What was asked about.</param>
/// <param name="Items">The outermost affected things.</param>
/// <param name="Affected">All affected things, inner ones too.</param>
/// <param name="IsCut">True when there is more than the limit.</param>
internal sealed record RecallList(IReadOnlyList<string> Cause, IReadOnlyList<RecallItem> Items, int Affected, bool IsCut);
