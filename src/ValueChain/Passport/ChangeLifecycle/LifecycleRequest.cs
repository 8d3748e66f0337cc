namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>A step in the life of a battery: a change of status, a hand-over, or both.</summary>
public sealed record LifecycleRequest
{
    /// <summary>Status to reach: repurposed, re-used, remanufactured, waste or recycled; <c>null</c> to hand over only.</summary>
    public string? To { get; init; }

    /// <summary>Identifier of the battery in its new life; needed when the step begins one.</summary>
    public string? NewId { get; init; }

    /// <summary>Identifier of the operator who takes over responsibility.</summary>
    public string? Operator { get; init; }
}
