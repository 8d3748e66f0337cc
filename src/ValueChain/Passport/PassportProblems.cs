using Voltloop.Core.Problems;

namespace Voltloop.Passport;

/// <summary>Named errors of the room.</summary>
internal static class PassportProblems
{
    /// <summary>The caller may not read as the audience it names.</summary>
    public static readonly ProblemKind AudienceNotOpen = new("audience-not-open", "This audience needs a right that the caller has not shown.", 403, 7);
}
