namespace Voltloop.Record.Replication;

/// <summary>The store's parts of preservation.</summary>
/// <param name="Replica">The node's own part; <c>null</c> when the store was opened for reading.</param>
/// <param name="Source">What back-ups get; <c>null</c> when the store was opened for reading.</param>
/// <param name="Followers">Back-ups of this node.</param>
/// <param name="Read">Role and progress.</param>
public sealed record NodeStore(IReplica? Replica, IReplicationSource? Source, IFollowers Followers, Func<ReplicaState> Read)
{
    /// <summary>Role and progress as they are now.</summary>
    public ReplicaState State => Read();
}
