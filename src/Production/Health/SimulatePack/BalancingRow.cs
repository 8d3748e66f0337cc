using Voltloop.Kernels.Packs;

namespace Voltloop.Health.SimulatePack;

/// <summary>What a way of balancing did.</summary>
/// <param name="Mode">The way.</param>
/// <param name="Hours">How long, h.</param>
/// <param name="Reached">Whether the groups came within 1 % of charge.</param>
/// <param name="LostWh">Energy lost, Wh.</param>
/// <param name="UsableAhBefore">Usable capacity before, Ah.</param>
/// <param name="UsableAhAfter">Usable capacity after, Ah.</param>
/// <param name="SpreadPercent">Spread of charge over time, %.</param>
/// <param name="SpreadHours">Times of the spread, h.</param>
internal sealed record BalancingRow(
    BalancingMode Mode, double Hours, bool Reached, double LostWh, double UsableAhBefore, double UsableAhAfter, IReadOnlyList<double> SpreadPercent, IReadOnlyList<double> SpreadHours);
