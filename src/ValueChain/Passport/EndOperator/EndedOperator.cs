namespace Voltloop.Passport.EndOperator;

/// <summary>An operator that has ceased to act, and what it leaves.</summary>
public sealed record EndedOperator
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The day on which it ceased; <c>null</c> while it acts.</summary>
    public string? CeasedOn { get; init; }

    /// <summary>How many batteries and models still name it as the responsible operator.</summary>
    public required int Passports { get; init; }

    /// <summary>How many were handed over just now.</summary>
    public int HandedOver { get; init; }
}
