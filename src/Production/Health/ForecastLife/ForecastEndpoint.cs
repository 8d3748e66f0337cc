using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Record.Ports;
using Voltloop.Web.Http;

namespace Voltloop.Health.ForecastLife;

/// <summary>The forecast of life over HTTP.</summary>
internal static class ForecastEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Health")
        .MapGet("/things/{id}/forecast", ReadAsync)
        .WithName("GetLifeForecast")
        .WithSummary("When the capacity is expected to fall below 80 % of rated, with interval and method, or why nothing can be said.")
        .WithDescription("at is the last cycle to look at, to see what would have been said then. Shares are in % of the rated capacity. The status is reached, forecast, refused or no-history.")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<EtaggedJson<ForecastResource>> ReadAsync(IRecordReader record, RouteThingId thing, [AsParameters] ForecastRequest request, CancellationToken cancellation) =>
        Etagged.Json(await new ForecastReader(record).ReadAsync(thing.Id, request.ReadAt(), cancellation) is { } report ? ForecastResource.Of(report) : ForecastResource.None);
}
