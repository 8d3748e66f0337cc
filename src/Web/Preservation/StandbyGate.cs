using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;
using Voltloop.Record.Replication;
using Voltloop.Web.Access;
using Voltloop.Web.Assets;

namespace Voltloop.Web.Preservation;

/// <summary>Keeps strangers out of a back-up while its primary's operator is there. Who is known comes through, with the rights it has there too.</summary>
internal sealed class StandbyGate(RequestDelegate next, PreservationParts parts)
{
    private static readonly string[] Open =
        [AssetCatalog.Prefix, "/sign-in", "/sign-out", "/preservation", "/api/v1/preservation", "/api/v1/replication", "/api/v1/log", "/api/v1/witness", "/api/v1/me", "/openapi", "/.well-known/did.json", "/healthz", "/readyz"];

    public Task InvokeAsync(HttpContext http)
    {
        var state = parts.Store.State;
        if (state.Role == NodeRole.Primary || Array.Exists(Open, path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))
            || !RequestActors.Of(http).Actor.IsAnonymous || OpeningRules.IsOpen(state, parts.Settings, parts.Work.Now))
        {
            return next(http);
        }

        throw new ProblemException(ReplicationProblems.OnStandby, "This is a back-up; it opens to everybody when the operator of the record is gone.", null, $"Ask the operator's own server: {state.Primary}");
    }
}
