namespace Voltloop.Health.ShowFleet;

/// <summary>What the bars of a distribution show.</summary>
/// <param name="Label">Quantity.</param>
/// <param name="Unit">Unit.</param>
internal sealed record FleetAxis(string Label, string Unit);
