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

    /// <summary>Further batteries whose life the new one continues.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Only a part of the old batteries goes on, such as some modules: their passports stay in force for the rest.</summary>
    public bool Part { get; init; }

    /// <summary>Batteries that the new one is made of; without them what all of the old ones are made of, when they go on whole.</summary>
    public IReadOnlyList<string>? Components { get; init; }
}
