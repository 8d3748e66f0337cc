namespace Voltloop.Kernels.Filters;

/// <summary>An estimated quantity with its standard deviation.</summary>
/// <param name="Value">Estimate.</param>
/// <param name="Deviation">Standard deviation, in the same unit.</param>
public readonly record struct ChargeEstimate(double Value, double Deviation)
{
    /// <summary>Half width of the normal interval that covers 95 %.</summary>
    public double Half95 => 1.959963984540054 * Deviation;
}
