namespace Voltloop.Kernels.CausalStructure;

/// <summary>The strongest case against an edge: the conditioning set under which two variables look least dependent.</summary>
/// <param name="Given">Variables conditioned on; empty for the plain correlation.</param>
/// <param name="Correlation">Partial correlation given them.</param>
/// <param name="Probability">Probability that independent variables correlate as much (two sides).</param>
public sealed record Separation(IReadOnlyList<int> Given, double Correlation, double Probability);
