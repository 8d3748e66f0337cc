namespace Voltloop.Tracing.Model.Custody;

/// <summary>One movement of an element, or of all mass, read from an event.</summary>
/// <param name="Kind">What it does to the stock.</param>
/// <param name="Site">Where, canonical.</param>
/// <param name="Lot">Lot or class, canonical.</param>
/// <param name="Element">Symbol of the element, or <see cref="Gross"/>.</param>
/// <param name="Mass">kg of the element.</param>
internal sealed record MassFlow(FlowKind Kind, string Site, string Lot, string Element, Amount Mass)
{
    /// <summary>Stands for the mass of everything in the lot.</summary>
    public const string Gross = "mass";

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Identity of the event that says so.</summary>
    public required string Event { get; init; }

    /// <summary>Site at the other end of a transport; <c>null</c> when the event does not name it.</summary>
    public string? Counterpart { get; init; }

    /// <summary>Who answers for the movement.</summary>
    public string Operator { get; init; } = "";

    /// <summary>Name of the material; the class without its lot when nobody names it.</summary>
    public string Material { get; init; } = "";

    /// <summary>Custody model that the event states.</summary>
    public CustodyModel Model { get; init; }

    /// <summary>Mass fraction of the element as this event itself states it; <c>null</c> when it is known from elsewhere.</summary>
    public Amount? Grade { get; init; }

    /// <summary>Part of the mass that carries the claim, 0 to 1; <c>null</c> when nothing is said.</summary>
    public double? Claimed { get; init; }
}
