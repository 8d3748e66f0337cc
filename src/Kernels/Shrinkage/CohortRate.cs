namespace Voltloop.Kernels.Shrinkage;

/// <summary>Mean rate of a cohort after it was drawn towards the fleet.</summary>
/// <param name="Members">Members.</param>
/// <param name="Value">Expected mean.</param>
/// <param name="Deviation">Its standard deviation.</param>
public readonly record struct CohortRate(int Members, double Value, double Deviation);
