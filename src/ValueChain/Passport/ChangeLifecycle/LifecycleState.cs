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

    /// <summary>Whether the whole battery lives on under another passport.</summary>
    public bool Superseded { get; init; }

    /// <summary>Operator who answers for it.</summary>
    public string? Operator { get; init; }

    /// <summary>Day on which that operator ceased to act; <c>null</c> while it acts.</summary>
    public string? OperatorCeasedOn { get; init; }

    /// <summary>Where the back-up of the passport is kept.</summary>
    public string? Backup { get; init; }

    /// <summary>Batteries whose life it continues.</summary>
    public required IReadOnlyList<string> Predecessors { get; init; }

    /// <summary>Batteries that continue its life, or that of a part of it.</summary>
    public required IReadOnlyList<string> Successors { get; init; }

    /// <summary>Batteries inside, each with a passport of its own.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>The battery it is inside of.</summary>
    public string? PartOf { get; init; }

    /// <summary>Statuses that may follow.</summary>
    public required IReadOnlyList<string> Next { get; init; }
}
