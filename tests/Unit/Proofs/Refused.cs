using Voltloop.Core.Problems;

namespace Voltloop.Tests.Unit.Proofs;

/// <summary>Expects a named refusal.</summary>
internal static class Refused
{
    public static void For(ProblemKind kind, Action action)
    {
        var problem = Should.Throw<ProblemException>(action).Problem;
        problem.Kind.ShouldBe(kind, problem.ToString());
    }

    public static bool AtAll(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (ProblemException)
        {
            return true;
        }
    }
}
