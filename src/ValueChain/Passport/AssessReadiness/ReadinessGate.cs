using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;

namespace Voltloop.Passport.AssessReadiness;

/// <summary>Lets in who answers for passports, with its own eyes: through other eyes, what is hidden would look missing.</summary>
internal static class ReadinessGate
{
    /// <summary>Refuses everyone else.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.SignInRequired"/> or <see cref="AccessProblems.Forbidden"/>.</exception>
    public static void Check(HttpContext http)
    {
        var actor = RequestActors.Of(http).Actor;
        if (actor.IsAnonymous) throw new ProblemException(AccessProblems.SignInRequired, "Readiness is for those who answer for passports.", null, "Sign in at /sign-in, or send an API key or a token.");
        if (actor.ViewsAs is { } view)
            throw new ProblemException(AccessProblems.Forbidden, $"Readiness looks at whole passports, and not through the eyes of the audience \"{view}\".", null, "Look with your own eyes.");
    }
}
