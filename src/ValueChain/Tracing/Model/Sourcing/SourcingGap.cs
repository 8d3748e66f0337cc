namespace Voltloop.Tracing.Model.Sourcing;

/// <summary>A lot in a battery that no certificate covers.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Site">Where it came into being.</param>
/// <param name="Share">Part of the element in the battery, 0 to 1.</param>
/// <param name="Reason">Why no certificate counts.</param>
internal sealed record SourcingGap(string Lot, string? Site, double Share, string Reason);
