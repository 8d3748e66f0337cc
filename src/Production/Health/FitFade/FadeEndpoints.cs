using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Http;

namespace Voltloop.Health.FitFade;

/// <summary>Fade models over HTTP.</summary>
internal static class FadeEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/things/{id}/fade", ReadAsync).WithName("FitFade")
            .WithSummary("Loss of capacity by time and by use, fitted to the history, with intervals and the cycle at which 20 % are lost.")
            .WithDescription("daysPerCycle says how long a cycle takes, absent to put nothing down to time; depth is the mean depth in %, absent for that of the recording by rainflow counting. Nothing is written.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapPost("/things/{id}/fade", KeepAsync).WithName("StateFade")
            .WithSummary("Fits the fade model and states it in the record as fadeModel.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<Ok<FadeResource>> ReadAsync(RouteThingId thing, [AsParameters] FadeRequest request, FadeReader reader, CancellationToken cancellation) =>
        TypedResults.Ok(await reader.ReadAsync(thing.Id, request, cancellation));

    private static async Task<Ok<FadeResource>> KeepAsync(HttpContext http, RouteThingId thing, [AsParameters] FadeRequest request, FadeReader reader) =>
        TypedResults.Ok(await reader.KeepAsync(thing.Id, request, ImportRequest.IssuerOf(RequestActors.Of(http).Actor), http.RequestAborted));
}
