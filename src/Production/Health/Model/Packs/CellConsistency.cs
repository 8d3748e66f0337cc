namespace Voltloop.Health.Model.Packs;

/// <summary>How one cell stands beside the others of its pack. Absent where the measurements do not carry a figure.</summary>
/// <param name="Cell">Name.</param>
/// <param name="RestMillivolt">Median difference to the median cell at rest, mV.</param>
/// <param name="LoadMillivolt">The same under load, mV.</param>
/// <param name="ChargeAh">Charge above that of the median cell, Ah.</param>
/// <param name="Milliohm">Resistance above that of the median cell, mOhm.</param>
/// <param name="CapacityPercent">Capacity above that of the median cell, %.</param>
/// <param name="EntropyBit">Entropy of its voltage, bit.</param>
/// <param name="CorrelationDistance">1 minus the correlation with the median cell.</param>
/// <param name="WarpingMillivolt">Distance to the median cell by dynamic time warping, mV.</param>
internal sealed record CellConsistency(
    string Cell, double? RestMillivolt, double? LoadMillivolt, PackFigure? ChargeAh, PackFigure? Milliohm, PackFigure? CapacityPercent,
    double? EntropyBit, double? CorrelationDistance, double? WarpingMillivolt)
{
    /// <summary>Figures in which it lies outside of what sound packs show.</summary>
    public IReadOnlyList<string> Outlying { get; init; } = [];
}
