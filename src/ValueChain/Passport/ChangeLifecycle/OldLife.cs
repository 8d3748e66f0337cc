using Voltloop.Passport.Model;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>A battery before a step of its life.</summary>
/// <param name="View">Its passport as the operator reads it.</param>
/// <param name="State">Where it is.</param>
internal sealed record OldLife(PassportView View, LifecycleState State);
