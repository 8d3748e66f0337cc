namespace Voltloop.Tests.Architecture.Conformance;

/// <summary>A test, or a whole class of tests, that carries the trait <c>Requirement</c>.</summary>
/// <param name="Requirement">Short name of the requirement.</param>
/// <param name="Name">Class, or class and method.</param>
/// <param name="Path">File, from the root of the repository.</param>
/// <param name="Tests">Number of test methods.</param>
public sealed record Proof(string Requirement, string Name, string Path, int Tests);
