namespace Voltloop.Kernels.Shrinkage;

/// <summary>A rate after it was drawn towards those of its cohort.</summary>
/// <param name="Value">Expected rate.</param>
/// <param name="Deviation">Its standard deviation.</param>
/// <param name="Weight">How much of it is the member's own measurement, 0 to 1.</param>
public readonly record struct ShrunkRate(double Value, double Deviation, double Weight);
