namespace Voltloop.Kernels.Capacity;

/// <summary>An estimated capacity in Ah.</summary>
/// <param name="Value">Estimate; NaN when no cycle is usable.</param>
/// <param name="Lower">Lower end of the interval; NaN when none can be given.</param>
/// <param name="Upper">Upper end of the interval; NaN when none can be given.</param>
/// <param name="Level">Coverage of the interval; 0 when none can be given.</param>
/// <param name="Used">Usable cycles that the estimate rests on.</param>
public readonly record struct CapacityEstimate(double Value, double Lower, double Upper, double Level, int Used)
{
    /// <summary>True when there is an interval.</summary>
    public bool HasInterval => Level > 0;

    /// <summary>An estimate without an interval.</summary>
    public static CapacityEstimate Point(double value, int used) => new(value, double.NaN, double.NaN, 0, used);
}
