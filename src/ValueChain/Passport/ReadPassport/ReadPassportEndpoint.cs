using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ReadPassport;

/// <summary><c>GET /api/v1/passports/{id}</c>.</summary>
internal static class ReadPassportEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/passports/{id}", ReadAsync).WithName("GetPassport")
            .WithSummary("A passport as the caller may read it, as valid at and as known at given moments.")
            .WithDescription("Without a login the public part. audience=public, legitimate-interest, authority ... narrows it to what that audience reads; the caller must belong to it.")
            .Produces<PassportDocument>()
            .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task ReadAsync(HttpContext http, PassportServices room, RouteThingId thing, TimeParameters times)
    {
        var body = await room.Cache.ReadAsync(thing.Id, times.AsOf, http.RequestAborted);
        await EtaggedBytes.WriteAsync(http, body, "application/json; charset=utf-8");
    }
}
