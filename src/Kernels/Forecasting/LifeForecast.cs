using Voltloop.Kernels.Conformal;

namespace Voltloop.Kernels.Forecasting;

/// <summary>When a cell is expected to reach its end of life.</summary>
/// <param name="Cycle">Expected cycle.</param>
/// <param name="Interval">Cycles between which it is expected; an end may be infinite.</param>
/// <param name="Level">Coverage of the interval.</param>
/// <param name="Cases">Cells, or particles, that the forecast rests on.</param>
public sealed record LifeForecast(double Cycle, Bounds Interval, double Level, int Cases)
{
    /// <summary>Expected share of the capacity over the coming cycles with its interval; empty where the method says nothing about the way.</summary>
    public IReadOnlyList<PathPoint> Path { get; init; } = [];
}
