using Voltloop.Core.Problems;

namespace Voltloop.Passport;

/// <summary>Named errors of the room.</summary>
internal static class PassportProblems
{
    /// <summary>The passport existed and has ceased to exist: after recycling, Article 77(8).</summary>
    public static readonly ProblemKind Ceased = new("passport-ceased", "The passport has ceased to exist.", 410, 3);

    /// <summary>The registry cannot be reached, refuses, or answers what nobody understands.</summary>
    public static readonly ProblemKind RegistryRefused = new("registry-refused", "The registry did not take the file.", 502, 5);
}
