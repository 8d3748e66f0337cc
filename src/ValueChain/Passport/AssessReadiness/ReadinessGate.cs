using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;

namespace Voltloop.Passport.AssessReadiness;

/// <summary>Lets in who may read the whole record: to anyone else, what they may not see would look missing.</summary>
internal static class ReadinessGate
{
    /// <summary>Refuses everyone else.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.SignInRequired"/> or <see cref="AccessProblems.Forbidden"/>.</exception>
    public static void Check(HttpContext http)
    {
        var actor = RequestActors.Of(http).Actor;
        if (actor.IsWriter) return;
        throw actor.IsAnonymous
            ? new ProblemException(AccessProblems.SignInRequired, "Readiness is for those who keep the passports.", null, "Sign in at /sign-in, or send an API key or a token.")
            : new ProblemException(AccessProblems.Forbidden, $"{actor.Name} may not assess the passports of this record.");
    }
}
