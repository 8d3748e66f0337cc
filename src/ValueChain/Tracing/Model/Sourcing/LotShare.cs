namespace Voltloop.Tracing.Model.Sourcing;

/// <summary>How much of an element in a battery stems from a lot.</summary>
/// <param name="Lot">The lot at the beginning of the chain.</param>
/// <param name="Site">Where it came into being; <c>null</c> when no event says.</param>
/// <param name="Made">When (UTC); <c>null</c> when no event says.</param>
/// <param name="Share">Part of the element, 0 to 1.</param>
internal sealed record LotShare(string Lot, string? Site, DateTimeOffset? Made, double Share);
