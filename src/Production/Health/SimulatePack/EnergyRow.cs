namespace Voltloop.Health.SimulatePack;

/// <summary>Where energy went.</summary>
/// <param name="Where">In words.</param>
/// <param name="Wh">Energy, Wh.</param>
internal sealed record EnergyRow(string Where, double Wh);
