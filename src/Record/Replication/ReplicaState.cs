namespace Voltloop.Record.Replication;

/// <summary>Where a node stands in preservation. Kept in the store.</summary>
public sealed record ReplicaState
{
    /// <summary>A node that follows nobody.</summary>
    public static readonly ReplicaState Alone = new();

    /// <summary>What the node is for.</summary>
    public NodeRole Role { get; init; }

    /// <summary>Address of the primary, also of the last one after a promotion.</summary>
    public Uri? Primary { get; init; }

    /// <summary>Name of the primary's log.</summary>
    public string? Log { get; init; }

    /// <summary>Identifier of the operator who runs the primary.</summary>
    public string? Keeper { get; init; }

    /// <summary>Revisions of the primary taken so far.</summary>
    public long Revisions { get; init; }

    /// <summary>Last moment (primary's clock, UTC) up to which everything the primary had is here.</summary>
    public DateTimeOffset? CompleteAt { get; init; }

    /// <summary>Last answer of the primary (own clock, UTC).</summary>
    public DateTimeOffset? ContactAt { get; init; }

    /// <summary>Code of the problem that stopped following; <c>null</c> when nothing did.</summary>
    public string? Problem { get; init; }

    /// <summary>The problem in words.</summary>
    public string? Detail { get; init; }

    /// <summary>When it stopped (UTC).</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>When the back-up was opened to everybody (UTC).</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Why.</summary>
    public string? OpenedBecause { get; init; }

    /// <summary>When it was promoted (UTC).</summary>
    public DateTimeOffset? PromotedAt { get; init; }

    /// <summary>Entries that it had of the primary's log at the promotion.</summary>
    public long PromotedWith { get; init; }

    /// <summary>Whether following goes on.</summary>
    public bool IsFollowing => Role == NodeRole.Replica && Problem is null;
}
