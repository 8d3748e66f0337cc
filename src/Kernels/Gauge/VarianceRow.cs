namespace Voltloop.Kernels.Gauge;

/// <summary>A row of a table of variance.</summary>
/// <param name="Source">What varies.</param>
/// <param name="Squares">Sum of squares, squared unit of the values.</param>
/// <param name="Degrees">Degrees of freedom.</param>
public readonly record struct VarianceRow(string Source, double Squares, double Degrees)
{
    /// <summary>Mean square.</summary>
    public double Mean => Degrees > 0 ? Squares / Degrees : double.NaN;
}
