using Voltloop.Passport.ServeEn18222;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>What a step in a life is taken with.</summary>
internal sealed record LifecycleTools(LifecycleRules Rules, DppLocks Locks, TimeProvider Clock);
