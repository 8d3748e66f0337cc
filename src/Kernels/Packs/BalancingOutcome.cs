namespace Voltloop.Kernels.Packs;

/// <summary>What a way of balancing did to a pack.</summary>
/// <param name="Mode">The way.</param>
/// <param name="Hours">Until the target was reached, or until nothing more happened or the limit passed.</param>
/// <param name="Reached">True when the target was reached.</param>
/// <param name="LostWh">Energy lost in bleed resistors, switches, cells and connections while balancing.</param>
public sealed record BalancingOutcome(BalancingMode Mode, double Hours, bool Reached, double LostWh)
{
    /// <summary>Usable capacity before.</summary>
    public UsableCapacity Before { get; init; }

    /// <summary>Usable capacity after.</summary>
    public UsableCapacity After { get; init; }

    /// <summary>Difference between the fullest and the emptiest group over time, one value per <see cref="SpreadHours"/>.</summary>
    public IReadOnlyList<double> Spread { get; init; } = [];

    /// <summary>Time of each spread, h.</summary>
    public IReadOnlyList<double> SpreadHours { get; init; } = [];
}
