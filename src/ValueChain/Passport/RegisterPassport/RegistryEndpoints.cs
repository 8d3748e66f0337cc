using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Policies;
using Voltloop.Web.Http;

namespace Voltloop.Passport.RegisterPassport;

/// <summary><c>GET /api/v1/passports/{id}/version</c>: the document of the public part that the version hash is taken over.</summary>
internal static class RegistryEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/passports/{id}/version", ReadAsync).WithName("GetPassportVersion")
            .WithSummary("The public part of this version in the form that is hashed: SHA-256 over canonical JSON (RFC 8785), in the header Version-Hash.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json");

    private static async Task ReadAsync(HttpContext http, PassportReader passports, RouteThingId thing, TimeParameters times)
    {
        var view = await passports.ReadAsync(thing.Id, times.AsOf, AudiencePolicy.Public, http.RequestAborted);
        http.Response.Headers["Version-Hash"] = PassportVersion.Hash(view).ToString();
        var document = System.Text.Json.JsonSerializer.SerializeToElement(PassportVersion.Document(view));
        await EtaggedBytes.WriteAsync(http, Core.Canonical.CanonicalJson.Of(document), "application/json");
    }
}
