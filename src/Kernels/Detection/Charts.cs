namespace Voltloop.Kernels.Detection;

/// <summary>Charts side by side.</summary>
/// <param name="Noise">Values whose scatter is the noise.</param>
/// <param name="Values">Values that are summed up, with what counts as none taken off.</param>
/// <param name="Windows">Windows behind them.</param>
/// <param name="WindowSeconds">Length of a window, s.</param>
internal sealed record Charts(double[][] Noise, double[][] Values, WindowFit[][] Windows, double WindowSeconds)
{
    private const double SecondsPerYear = 365.25 * 86_400;

    /// <summary>Values of one chart in a year.</summary>
    public double PerYear => SecondsPerYear / WindowSeconds;
}
