namespace Voltloop.Tests.Architecture.Conformance;

/// <summary>What of a requirement is not met, and why.</summary>
/// <param name="Requirement">Short name of the requirement.</param>
/// <param name="What">What is not conformant.</param>
/// <param name="Why">The reason.</param>
public sealed record Shortfall(string Requirement, string What, string Why);
