using Voltloop.Kernels.Conformal;

namespace Voltloop.Quality.Model.Gate;

/// <summary>A unit of known outcome, as a gate that has not seen it would have judged it.</summary>
/// <param name="Row">Place of the unit.</param>
/// <param name="Outcome">What was measured, unit of the outcome.</param>
/// <param name="Predicted">What was predicted.</param>
/// <param name="Interval">Interval of the prediction.</param>
/// <param name="Baseline">Mean of the units learned from.</param>
internal sealed record TriedUnit(int Row, double Outcome, double Predicted, Bounds Interval, double Baseline);
