namespace Voltloop.Health.ShowFleet;

/// <summary>The health of the fleet: a page of batteries, and the distribution of all.</summary>
/// <param name="Batteries">Batteries with a state of health.</param>
/// <param name="MedianStateOfHealth">Median in %; absent for an empty fleet.</param>
/// <param name="Flagged">Batteries with flagged samples.</param>
/// <param name="X">What the bars show.</param>
/// <param name="Bins">Bars over all batteries.</param>
/// <param name="Noun">What is counted.</param>
/// <param name="Items">This page.</param>
/// <param name="NextCursor">Cursor of the next page; absent on the last one.</param>
internal sealed record FleetResource(
    int Batteries, double? MedianStateOfHealth, int Flagged, FleetAxis X, IReadOnlyList<FleetBin> Bins, string Noun, IReadOnlyList<FleetEntry> Items, string? NextCursor);
