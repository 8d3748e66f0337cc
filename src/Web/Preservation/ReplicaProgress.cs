using Voltloop.Core.Problems;
using Voltloop.Record.Replication;

namespace Voltloop.Web.Preservation;

/// <summary>What the process that follows knows and the store does not: the primary's head, delays, and passing trouble.</summary>
public sealed class ReplicaProgress
{
    /// <summary>What the primary had when it last answered.</summary>
    public ChangeCursor? Head { get; set; }

    /// <summary>What keeps this node from following at the moment.</summary>
    public Problem? Trouble { get; set; }

    /// <summary>Measured delays.</summary>
    public DelayMeter Delays { get; } = new();
}
