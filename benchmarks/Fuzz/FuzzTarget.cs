namespace Voltloop.Bench.Fuzz;

/// <summary>A parser, or a few that read the same bytes, and what it is tried with.</summary>
/// <param name="Name">What <c>--target</c> is given.</param>
/// <param name="Seeds">Inputs that are changed.</param>
/// <param name="Try">Reads an input; what it refuses, it refuses with an exception that <c>ProblemTranslation</c> can name.</param>
internal sealed record FuzzTarget(string Name, Func<IReadOnlyList<byte[]>> Seeds, Action<byte[]> Try);
