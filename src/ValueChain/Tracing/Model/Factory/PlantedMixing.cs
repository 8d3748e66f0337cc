namespace Voltloop.Tracing.Model.Factory;

/// <summary>A mine that ships material which it did not dig.</summary>
/// <param name="Site">The mine.</param>
/// <param name="Element">Element.</param>
/// <param name="Since">From when on (UTC).</param>
/// <param name="SurplusKg">How much of the element in all, kg.</param>
internal sealed record PlantedMixing(string Site, string Element, DateTimeOffset Since, double SurplusKg)
{
    /// <summary>Part of its shipments, 0 to 1.</summary>
    public required double PartOfShipments { get; init; }
}
