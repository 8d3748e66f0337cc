using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Identities;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Formatting;
using Voltloop.Web.Http;

namespace Voltloop.Health.ForecastLife;

/// <summary>The forecast of life over HTTP.</summary>
internal static class ForecastEndpoint
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/things/{id}/forecast", ReadAsync).WithName("GetLifeForecast")
            .WithSummary("When the capacity is expected to fall below 80 % of rated, with interval and method, or why nothing can be said.")
            .WithDescription("at is the last cycle to look at, to see what would have been said then. Shares are in % of the rated capacity. The status is reached, forecast, refused or no-history.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapPost("/things/{id}/forecast", KeepAsync).WithName("StateLifeForecast")
            .WithSummary("Forecasts the life from all cycles and states it in the record as expectedLifetimeCycles.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        routes.MapPost("/health/forecast", (Delegate)FormAsync).ExcludeFromDescription();
    }

    private static async Task<Ok<ForecastResource>> KeepAsync(HttpContext http, RouteThingId thing, ForecastKeeper keeper, IActorSource actors) =>
        TypedResults.Ok(ForecastResource.Of(await keeper.KeepAsync(thing.Id, ImportRequest.IssuerOf(actors.Current.Actor), http.RequestAborted)));

    private static async Task<RedirectHttpResult> FormAsync(HttpContext http, [FromForm] string id, ForecastKeeper keeper)
    {
        var thing = ThingId.Parse(id);
        await keeper.KeepAsync(thing, ImportRequest.IssuerOf(RequestActors.Of(http).Actor), http.RequestAborted);
        return TypedResults.LocalRedirect(ThingLinks.Page(thing) + "#forecast-panel");
    }

    private static async Task<EtaggedJson<ForecastResource>> ReadAsync(IRecordReader record, RouteThingId thing, [AsParameters] ForecastRequest request, CancellationToken cancellation) =>
        Etagged.Json(await new ForecastReader(record).ReadAsync(thing.Id, request.ReadAt(), cancellation) is { } report ? ForecastResource.Of(report) : ForecastResource.None);
}
