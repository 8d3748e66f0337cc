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
            .WithSummary("A passport as one audience may read it, as valid at and as known at given moments.")
            .WithDescription("audience is public (the default), legitimate-interest, authority, commission or operator.")
            .Produces<PassportDocument>()
            .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task ReadAsync(HttpContext http, PassportServices room, RouteThingId thing, TimeParameters times)
    {
        var body = await room.Cache.ReadAsync(thing.Id, times.AsOf, room.Gate.Admit(http), http.RequestAborted);
        await EtaggedBytes.WriteAsync(http, body, "application/json; charset=utf-8");
    }
}
