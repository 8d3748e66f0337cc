using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;

namespace Voltloop.Passport.EstimateCosts;

/// <summary>Lets in who acts for the operator who runs the store: costs are measured on the whole of it.</summary>
internal static class CostGate
{
    /// <summary>Refuses everyone else.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.SignInRequired"/> or <see cref="AccessProblems.Forbidden"/>.</exception>
    public static void Check(HttpContext http, Sight sight)
    {
        if (sight.IsOfHouse) return;
        var actor = RequestActors.Of(http).Actor;
        throw actor.IsAnonymous
            ? new ProblemException(AccessProblems.SignInRequired, "Costs are for those who run the store.", null, "Sign in at /sign-in, or send an API key or a token.")
            : new ProblemException(AccessProblems.Forbidden, $"{actor.Name} does not act for the operator who runs the store.");
    }
}
