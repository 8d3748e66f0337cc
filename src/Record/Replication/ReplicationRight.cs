using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Record.Replication;

/// <summary>
/// Who may replicate: whoever runs the node, and operators with a grant from that keeper, on everything, that names
/// <see cref="PreservationTerms.Replication"/>. A grant of everything else does not include it: a replica holds what no one
/// audience reads, and the hashes of passwords and keys.
/// </summary>
/// <param name="policy">Names the keeper.</param>
/// <param name="grants">The grants as they stand now.</param>
public sealed class ReplicationRight(IAccessPolicy policy, IGrants grants)
{
    /// <summary>Whether an actor may replicate at a moment.</summary>
    public bool Holds(Actor actor, DateTimeOffset at) => actor.IsKeeper
        || (actor is { Operator: { } own, ViewsAs: null } && grants.Of(own).Any(grant => Gives(grant, at)));

    /// <summary>Refuses an actor without the right.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.SignInRequired"/> or <see cref="AccessProblems.Forbidden"/>.</exception>
    public void Demand(Actor actor, DateTimeOffset at)
    {
        if (!Holds(actor, at))
        {
            throw actor.IsAnonymous
                ? new ProblemException(AccessProblems.SignInRequired, "The record is replicated by its back-ups only.", null, "Send the API key of the back-up's operator.")
                : new ProblemException(AccessProblems.Forbidden, $"{actor.Operator} may not replicate this record.", null, $"The keeper grants it: ./run grant add {actor.Operator} --term {PreservationTerms.Replication}");
        }
    }

    private bool Gives(Grant grant, DateTimeOffset at) =>
        grant.HoldsAt(at) && grant.Grantor == policy.Keeper && grant.Scope == GrantScope.All && grant.Terms.Contains(PreservationTerms.Replication);
}
