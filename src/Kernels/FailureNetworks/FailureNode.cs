namespace Voltloop.Kernels.FailureNetworks;

/// <summary>Something that may fail.</summary>
/// <param name="Leak">Probability that it fails for no reason that is in the network.</param>
/// <param name="Causes">What may bring it about, with the probability that each does so alone.</param>
public sealed record FailureNode(double Leak, IReadOnlyList<(int Cause, double Strength)> Causes);
