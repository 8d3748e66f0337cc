namespace Voltloop.Kernels.Detection;

/// <summary>Charts side by side.</summary>
/// <param name="Noise">Values whose scatter is the noise.</param>
/// <param name="Values">Values that are summed up, with what counts as none taken off.</param>
/// <param name="Windows">Windows behind them.</param>
internal sealed record Charts(double[][] Noise, double[][] Values, WindowFit[][] Windows);
