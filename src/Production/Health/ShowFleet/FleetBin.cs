namespace Voltloop.Health.ShowFleet;

/// <summary>A bar of the distribution.</summary>
/// <param name="From">Lower end in %, inclusive.</param>
/// <param name="To">Upper end in %, exclusive.</param>
/// <param name="Count">Batteries.</param>
internal sealed record FleetBin(double From, double To, int Count);
