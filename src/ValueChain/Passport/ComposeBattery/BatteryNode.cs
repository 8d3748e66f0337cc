namespace Voltloop.Passport.ComposeBattery;

/// <summary>A battery in the tree of what another is made of: what its own passport says now, never a copy.</summary>
public sealed record BatteryNode
{
    /// <summary>Identifier, which is also the link to the passport.</summary>
    public required string Id { get; init; }

    /// <summary>Where this server shows the passport; <c>null</c> when another record keeps it.</summary>
    public string? Passport { get; init; }

    /// <summary>Short name.</summary>
    public string? Label { get; init; }

    /// <summary>cell, module, pack or battery.</summary>
    public string? Kind { get; init; }

    /// <summary>Status of its life, for who may read it.</summary>
    public string? Status { get; init; }

    /// <summary>Whether its passport has ceased to exist.</summary>
    public bool Ceased { get; init; }

    /// <summary>Operator who answers for it.</summary>
    public string? Operator { get; init; }

    /// <summary>How many batteries it is made of.</summary>
    public int ComponentCount { get; init; }

    /// <summary>What it is made of; <c>null</c> below the depth or number that was asked for.</summary>
    public IReadOnlyList<BatteryNode>? Components { get; init; }
}
