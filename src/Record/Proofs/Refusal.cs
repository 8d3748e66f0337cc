using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs;

/// <summary>Short ways to refuse.</summary>
internal static class Refusal
{
    public static ProblemException Because(ProblemKind kind, string detail, string? location = null) => new(kind, detail, location);

    public static void Unless(bool holds, ProblemKind kind, string detail)
    {
        if (!holds)
        {
            throw Because(kind, detail);
        }
    }

    /// <summary>The problem that an action ends with, or none.</summary>
    public static Problem? Of(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (ProblemException refused)
        {
            return refused.Problem;
        }
    }
}
