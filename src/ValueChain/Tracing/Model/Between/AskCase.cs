namespace Voltloop.Tracing.Model.Between;

/// <summary>All that a decision on a question looks at.</summary>
/// <param name="Question">The question.</param>
/// <param name="Asker">DID of who signed it.</param>
/// <param name="At">Moment of asking (UTC).</param>
internal sealed record AskCase(ChainQuestion Question, string Asker, DateTimeOffset At)
{
    /// <summary>Things from which the one asked about is reached, nearest first; empty when no event names it.</summary>
    public IReadOnlyList<ReachedFrom> From { get; init; } = [];

    /// <summary>Grants that the asker holds, whatever their dates.</summary>
    public IReadOnlyList<ChainGrant> Grants { get; init; } = [];
}
