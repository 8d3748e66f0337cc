namespace Voltloop.Kernels.Gauge;

/// <summary>Standard deviations that a gauge study finds, in the unit of the values (names of AIAG's manual).</summary>
/// <param name="Equipment">Repeatability, EV.</param>
/// <param name="Appraiser">Reproducibility with interaction, AV.</param>
/// <param name="Part">Parts, PV.</param>
public readonly record struct GaugeSpread(double Equipment, double Appraiser, double Part)
{
    /// <summary>Gauge: repeatability and reproducibility.</summary>
    public double Gauge => Math.Sqrt((Equipment * Equipment) + (Appraiser * Appraiser));

    /// <summary>Everything, TV.</summary>
    public double Total => Math.Sqrt((Gauge * Gauge) + (Part * Part));

    /// <summary>Gauge in percent of everything.</summary>
    public double GaugePercent => 100 * Gauge / Total;

    /// <summary>Classes of parts that can be told apart, before it is cut to a whole number.</summary>
    public double Classes => Math.Sqrt(2) * Part / Gauge;
}
