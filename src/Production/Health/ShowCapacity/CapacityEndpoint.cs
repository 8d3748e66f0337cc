using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Web.Http;

namespace Voltloop.Health.ShowCapacity;

/// <summary>Capacity per cycle over HTTP.</summary>
internal static class CapacityEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Health")
        .MapGet("/things/{id}/capacity", ReadAsync)
        .WithName("GetCapacity")
        .WithSummary("Measured capacity per cycle with the estimate after each cycle, its interval, and flagged samples.")
        .WithDescription("The identifier is percent-encoded as one path segment. Values are in Ah; the interval is the one in which the next discharge falls with 95 %. Flagged samples appear in the series of kind flag only.")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<EtaggedJson<CapacityResource>> ReadAsync(IRecordReader record, RouteThingId thing, CancellationToken cancellation)
    {
        var read = await new CapacityReader(record).ReadAsync(thing.Id, cancellation);
        return Etagged.Json(read is var (series, history)
            ? CapacityResource.Of(series.Spec.Id, history.Rated, CapacityTrajectory.Of(history))
            : CapacityResource.None);
    }
}
