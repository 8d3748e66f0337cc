namespace Voltloop.Kernels.Shrinkage;

/// <summary>A rate measured on one member of a fleet.</summary>
/// <param name="Value">Rate.</param>
/// <param name="Deviation">Its standard deviation from measurement, above 0.</param>
/// <param name="Cohort">Number of its cohort, from 0.</param>
public readonly record struct RawRate(double Value, double Deviation, int Cohort);
