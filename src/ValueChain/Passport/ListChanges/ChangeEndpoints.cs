using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ListChanges;

/// <summary><c>GET /v1/dpps/{dppId}/changes</c>.</summary>
internal static class ChangeEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/dpps/{dppId}/changes", ReadAsync).WithName("ReadDPPChanges")
            .WithSummary("Changes of a passport, newest first: id, moment, actor and changed properties (EN 18223, 4.3). Not a method of EN 18222.");

    private static async Task<IResult> ReadAsync(HttpContext http, En18222Services room)
    {
        var call = En18222Call.Of(http, room);
        var query = ChangeQuery.Read(http.Request.Query["cursor"], http.Request.Query["limit"], RequestActors.Of(http).Actor.View);
        var thing = await room.Finder.ThingAsync(RawPath.Segment(http, "dppId"), http.RequestAborted) ?? throw DppFinder.Absent();
        await room.CheckArchiveAsync(http, thing);
        var page = await http.RequestServices.GetRequiredService<ChangeReader>().ReadAsync(thing, query, http.RequestAborted);
        return DppAnswer.Of(call, ChangeForm.Of(page), root: "changes");
    }
}
