using Voltloop.Core.Identities;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Policies;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>What a step in a life is taken with.</summary>
internal sealed record LifecycleTools(LifecycleRules Rules, DppLocks Locks, TimeProvider Clock, Speaker Speaker, RightsDesk Rights, IAccessPolicy Policy)
{
    /// <summary>The operator who runs the store.</summary>
    public ThingId Keeper => Policy.Keeper;

    /// <summary>Writes statements about lives.</summary>
    public LifeStatements Statements { get; } = new(Clock);
}
