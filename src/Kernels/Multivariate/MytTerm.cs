namespace Voltloop.Kernels.Multivariate;

/// <summary>One term of a decomposition of T².</summary>
/// <param name="Variable">Place of the variable.</param>
/// <param name="Value">What the variable adds to T² when those before it are known.</param>
/// <param name="Total">T² of all variables up to this one.</param>
/// <param name="Probability">Probability that chance adds as much.</param>
public readonly record struct MytTerm(int Variable, double Value, double Total, double Probability);
