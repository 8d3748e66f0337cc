namespace Voltloop.Record.Replication;

/// <summary>What a node is for. The numbers are stored: never renumber.</summary>
public enum NodeRole
{
    /// <summary>Takes writes.</summary>
    Primary = 0,

    /// <summary>Follows another node and takes writes from nobody else.</summary>
    Replica = 1,
}
