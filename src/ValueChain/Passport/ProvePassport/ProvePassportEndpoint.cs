using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Passport.ExportPassport;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ProvePassport;

/// <summary><c>GET /api/v1/passports/{id}/proof</c>.</summary>
internal static class ProvePassportEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/passports/{id}/proof", ProveAsync).WithName("ProvePassport")
            .WithSummary("A passport that verifies offline: vc-jwt, data-integrity or sd-jwt, with proofs of the log inside.")
            .WithDescription("audience as for the passport itself. Verify a saved one with ./run verify FILE or on the page /verify.")
            .Produces<string>(StatusCodes.Status200OK, "application/vc+jwt", "application/vc", "application/vc+sd-jwt")
            .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task ProveAsync(
        HttpContext http, PassportServices room, RouteThingId thing, [AsParameters] ExportRequest request)
    {
        var format = ProofFormat.Require(request.Format);
        var prover = http.RequestServices.GetRequiredService<PassportProver>();
        var text = await prover.ProveAsync(thing.Id, format, new ExportScope(RequestActors.Of(http).Actor.View, request.Times.AsOf), http.RequestAborted);
        http.Response.ContentType = ProofFormat.MediaType(format);
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(text, http.RequestAborted);
    }
}
