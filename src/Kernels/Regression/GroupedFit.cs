namespace Voltloop.Kernels.Regression;

/// <summary>A way of fitting that knows which cases belong together.</summary>
/// <param name="groups">Number of the group of each case.</param>
public delegate Fit GroupedFit(int[] groups);
