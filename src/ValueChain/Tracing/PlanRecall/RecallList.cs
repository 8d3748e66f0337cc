namespace Voltloop.Tracing.PlanRecall;

/// <summary>Everything affected by a cause, as it stands now: what is part of something else that is affected is in that.</summary>
/// <param name="Cause">What is at fault.</param>
/// <param name="Items">The outermost affected things.</param>
/// <param name="Affected">All affected things, inner ones too.</param>
/// <param name="IsCut">True when there is more than the limit.</param>
internal sealed record RecallList(IReadOnlyList<RecallCause> Cause, IReadOnlyList<RecallItem> Items, int Affected, bool IsCut)
{
    /// <summary>How many affected things of each sort there are, inner ones too, nearest to the cause first.</summary>
    public IReadOnlyList<RecallSort> Sorts { get; init; } = [];
}
