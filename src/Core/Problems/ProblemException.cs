namespace Voltloop.Core.Problems;

/// <summary>Carries a <see cref="Core.Problems.Problem"/> to the one place that translates it (App).</summary>
public sealed class ProblemException(Problem problem, Exception? cause = null) : Exception(problem.ToString(), cause)
{
    /// <summary>The named error.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>Shorthand for a problem of a kind.</summary>
    public ProblemException(ProblemKind kind, string detail, string? location = null, string? remedy = null)
        : this(new Problem(kind, detail, location, remedy))
    {
    }
}
