namespace Voltloop.Tracing.Model.Custody;

/// <summary>One quantity that an event moves.</summary>
/// <param name="Kind">What it does to the stock.</param>
/// <param name="Site">Where, canonical.</param>
/// <param name="Lot">Lot or class, canonical.</param>
/// <param name="Kilograms">kg of the lot.</param>
internal sealed record MassMove(FlowKind Kind, string Site, string Lot, double Kilograms)
{
    /// <summary>Site at the other end of a transport; <c>null</c> when the event does not name it.</summary>
    public string? Counterpart { get; init; }
}
