namespace Voltloop.Kernels.Filters;

/// <summary>
/// Mean of the normalised innovations squared (NIS): 1 for a filter whose stated uncertainty is the true one, above 1 when it
/// is too sure (Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation, 5.4).
/// </summary>
public struct InnovationMeter
{
    private double _sum;

    /// <summary>Voltages used.</summary>
    public long Count { get; private set; }

    /// <summary>The last innovation over its standard deviation.</summary>
    public double Last { get; private set; }

    /// <summary>Mean of the squares; NaN before the first.</summary>
    public readonly double Nis => Count == 0 ? double.NaN : _sum / Count;

    /// <summary>Adds an innovation in V with its variance in V².</summary>
    public void Add(double innovation, double variance)
    {
        Last = innovation / Math.Sqrt(variance);
        _sum += Last * Last;
        Count++;
    }
}
