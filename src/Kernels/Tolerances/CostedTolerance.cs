namespace Voltloop.Kernels.Tolerances;

/// <summary>A tolerance whose width costs: cost / half width to the power.</summary>
/// <param name="Weight">What the result changes by for each unit, times the root of how many there are (or their number, for the worst case).</param>
/// <param name="Cost">Cost at a half width of 1.</param>
/// <param name="Power">Power, above 0; 1 for the reciprocal model.</param>
public sealed record CostedTolerance(double Weight, double Cost, double Power)
{
    /// <summary>Smallest half width that can be made.</summary>
    public double Smallest { get; init; }

    /// <summary>Largest half width that is allowed.</summary>
    public double Largest { get; init; } = double.PositiveInfinity;

    /// <summary>Cost of a half width.</summary>
    public double Of(double half) => Cost / Math.Pow(half, Power);
}
