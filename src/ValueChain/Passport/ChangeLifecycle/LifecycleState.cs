namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>Where a battery is in its life.</summary>
public sealed record LifecycleState
{
    /// <summary>Identifier of the battery.</summary>
    public required string Id { get; init; }

    /// <summary>Its status.</summary>
    public required string Status { get; init; }

    /// <summary>Whether its passport has ceased to exist.</summary>
    public required bool Ceased { get; init; }

    /// <summary>Operator who answers for it.</summary>
    public string? Operator { get; init; }

    /// <summary>Batteries whose life it continues.</summary>
    public required IReadOnlyList<string> Predecessors { get; init; }

    /// <summary>Batteries that continue its life.</summary>
    public required IReadOnlyList<string> Successors { get; init; }

    /// <summary>Statuses that may follow.</summary>
    public required IReadOnlyList<string> Next { get; init; }
}
