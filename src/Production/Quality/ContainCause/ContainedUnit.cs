namespace Voltloop.Quality.ContainCause;

/// <summary>A unit that a cause may have touched.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Label">Serial number or name.</param>
/// <param name="State">in the field, in the store, or returned.</param>
internal sealed record ContainedUnit(string Id, string Label, string State)
{
    /// <summary>State of units that somebody uses.</summary>
    public const string InField = "in the field";

    /// <summary>Who holds it; <c>null</c> when nobody said.</summary>
    public string? Holder { get; init; }

    /// <summary>The cause in words.</summary>
    public required string Cause { get; init; }

    /// <summary>Identifier of the machine, lot or roll.</summary>
    public required string Culprit { get; init; }
}
