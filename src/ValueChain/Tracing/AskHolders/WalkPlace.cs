using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>One thing at one organisation, and what is known of it there.</summary>
/// <param name="Thing">The thing, lot or class.</param>
/// <param name="State">What is known.</param>
internal sealed record WalkPlace(string Thing, WalkState State)
{
    /// <summary>Steps from the beginning.</summary>
    public int Level { get; init; }

    /// <summary>did:web of the organisation, or how events call it; this organisation's own for <see cref="WalkState.Own"/>.</summary>
    public required string Holder { get; init; }

    /// <summary>Its name for people.</summary>
    public string? HolderName { get; init; }

    /// <summary>Events that tell of the step, each of them proven by the holder's log.</summary>
    public int Events { get; init; }

    /// <summary>When the holder signed what is shown, or its last answer (UTC).</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>True when what is shown was kept from an earlier question.</summary>
    public bool IsKept { get; init; }

    /// <summary>Why it was answered: <c>partner</c> or <c>grant ID</c>.</summary>
    public string? Ground { get; init; }

    /// <summary>What was taken back or is gone.</summary>
    public IReadOnlyList<Tombstone> Tombstones { get; init; } = [];

    /// <summary>Why there is no answer of now: the named problem.</summary>
    public string? Problem { get; init; }

    /// <summary>What went wrong, in words.</summary>
    public string? Detail { get; init; }

    /// <summary>True when the holder has more than it could answer at once.</summary>
    public bool IsCut { get; init; }
}
