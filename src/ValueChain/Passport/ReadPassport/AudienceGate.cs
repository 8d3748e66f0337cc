using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Passport.ReadPassport;

/// <summary>
/// Decides which audience a caller over HTTP may name. There is no login yet: beyond <c>public</c>, only callers on the
/// same machine, and audiences that the operator of the server has opened.
/// </summary>
internal sealed class AudienceGate(IOptions<PassportOptions> options)
{
    /// <summary>The audience to read as, from the query parameter <c>audience</c>; <c>public</c> when none is named.</summary>
    /// <exception cref="ProblemException"><see cref="PassportProblems.AudienceNotOpen"/>.</exception>
    public string Admit(HttpContext http)
    {
        var audience = (string?)http.Request.Query["audience"];
        if (string.IsNullOrEmpty(audience) || string.Equals(audience, AudiencePolicy.Public, StringComparison.Ordinal)) return AudiencePolicy.Public;
        if (IsSameMachine(http) || options.Value.OpenAudiences.Contains(audience, StringComparer.Ordinal)) return audience;
        throw new ProblemException(
            PassportProblems.AudienceNotOpen, $"This server does not answer for the audience \"{audience}\" without a login.", "audience", "Leave it out to read the public part.");
    }

    // A request that a proxy passed on comes from elsewhere, although its peer is local.
    private static bool IsSameMachine(HttpContext http) =>
        (http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
}
