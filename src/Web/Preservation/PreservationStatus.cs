using Voltloop.Record.Replication;

namespace Voltloop.Web.Preservation;

/// <summary>Where a node stands in preservation.</summary>
/// <param name="Role">Primary or replica.</param>
/// <param name="Log">Name of the log that it holds.</param>
/// <param name="Entries">Entries of the log.</param>
/// <param name="Root">Root over them, base64; <c>null</c> before the first.</param>
public sealed record PreservationStatus(NodeRole Role, string Log, long Entries, string? Root)
{
    /// <summary>Address of the primary; of the former one after a promotion.</summary>
    public Uri? Primary { get; init; }

    /// <summary>Whether strangers are served, and if not, since when they would be.</summary>
    public bool IsOpen { get; init; }

    /// <summary>When and why the back-up was opened.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Why it was opened.</summary>
    public string? OpenedBecause { get; init; }

    /// <summary>When it opens by itself unless the primary answers.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>When it was promoted.</summary>
    public DateTimeOffset? PromotedAt { get; init; }

    /// <summary>Entries that it had then.</summary>
    public long? PromotedWith { get; init; }

    /// <summary>Seconds of the primary's writes that might be missing here (the recovery point): time since everything the primary had was here.</summary>
    public double? LagSeconds { get; init; }

    /// <summary>Entries of the primary known to be missing here.</summary>
    public long? LagEntries { get; init; }

    /// <summary>Whether a bound is exceeded, here or at a back-up.</summary>
    public bool IsLate { get; init; }

    /// <summary>Bound in seconds.</summary>
    public double MaxLagSeconds { get; init; }

    /// <summary>Bound in entries.</summary>
    public long MaxLagEntries { get; init; }

    /// <summary>Measured delays.</summary>
    public Delays? Delays { get; init; }

    /// <summary>Code of what stopped following, or of what delays it.</summary>
    public string? Problem { get; init; }

    /// <summary>The same in words.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether following was stopped by it.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Back-ups of this node.</summary>
    public IReadOnlyList<FollowerLag> Followers { get; init; } = [];

    /// <summary>Witnesses of this node's log.</summary>
    public IReadOnlyList<WitnessStatus> Witnesses { get; init; } = [];

    /// <summary>What everybody may know.</summary>
    public PreservationStatus ForStrangers() => new(Role, Log, Entries, Root)
    {
        Primary = Primary, IsOpen = IsOpen, OpenedAt = OpenedAt, OpenedBecause = OpenedBecause, PromotedAt = PromotedAt, PromotedWith = PromotedWith,
    };
}
