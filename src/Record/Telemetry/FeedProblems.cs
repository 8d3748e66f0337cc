using Voltloop.Core.Problems;

namespace Voltloop.Record.Telemetry;

/// <summary>Problems of talking to a message broker.</summary>
public static class FeedProblems
{
    /// <summary>The broker does not answer, or refuses the login.</summary>
    public static readonly ProblemKind Unreachable = new("broker-unreachable", "The message broker cannot be reached.", 503, 5);
}
