using Voltloop.Core.Problems;

namespace Voltloop.Record.Replication;

/// <summary>Problems between a node and its back-up. Those of the log itself are in <see cref="Proofs.ProofProblems"/>.</summary>
public static class ReplicationProblems
{
    /// <summary>The node is a back-up: it takes writes from its primary only.</summary>
    public static readonly ProblemKind ReadOnly = new("replica-read-only", "This node is a back-up and takes no writes.", 409, 4);

    /// <summary>The back-up serves strangers only when the operator is gone.</summary>
    public static readonly ProblemKind OnStandby = new("backup-on-standby", "This back-up is on standby.", 503, 4);

    /// <summary>An entry is missing, doubled or out of order.</summary>
    public static readonly ProblemKind OutOfOrder = new("log-out-of-order", "The entries do not follow one another.", 422, 2);

    /// <summary>Both nodes have entries that the other one lacks.</summary>
    public static readonly ProblemKind Diverged = new("log-diverged", "The two nodes have different pasts.", 409, 4);

    /// <summary>What arrived is not what the primary sent.</summary>
    public static readonly ProblemKind Damaged = new("transfer-damaged", "What arrived is not what was sent.", 422, 2);

    /// <summary>The other node does not answer, or refuses.</summary>
    public static readonly ProblemKind Unreachable = new("node-unreachable", "The other node does not answer.", 503, 5);

    /// <summary>The other node is not the one that was followed so far.</summary>
    public static readonly ProblemKind OtherNode = new("other-node", "This is another node than before.", 409, 4);

    /// <summary>The node is not in the role that this needs.</summary>
    public static readonly ProblemKind WrongRole = new("wrong-role", "The node is not in the right role for this.", 409, 4);
}
