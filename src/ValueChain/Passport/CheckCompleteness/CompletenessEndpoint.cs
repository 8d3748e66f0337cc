using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Passport.Model;
using Voltloop.Web.Http;

namespace Voltloop.Passport.CheckCompleteness;

/// <summary><c>GET /api/v1/passports/{id}/completeness</c>.</summary>
internal static class CompletenessEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/passports/{id}/completeness", CheckAsync).WithName("GetCompleteness")
            .WithSummary("The 71 data points against a category and a day: present, missing, not yet required, conditional, not applicable, or not shown to whoever asks.")
            .WithDescription("on is a day (today when absent); category is ev, lmt, industrial or industrialStationary (the stated one when absent).");

    private static async Task<EtaggedJson<CompletenessReport>> CheckAsync(
        HttpContext http, PassportServices room, RouteThingId thing, [AsParameters] CompletenessRequest request)
    {
        var on = request.On ?? DateOnly.FromDateTime(request.Clock.GetUtcNow().UtcDateTime);
        return Etagged.Json(await room.Completeness.ReadAsync(thing.Id, on, request.Category, http.RequestAborted));
    }
}
