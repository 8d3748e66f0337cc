using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Record.Ports;
using Voltloop.Web.Api;
using Voltloop.Web.Http;

namespace Voltloop.Health.ShowFleet;

/// <summary>The health of the fleet over HTTP.</summary>
internal static class FleetEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Health")
        .MapGet("/fleet/health", ReadAsync)
        .WithName("GetFleetHealth")
        .WithSummary("State of health of all batteries: distribution and a page of batteries.")
        .WithDescription("order is id, state-of-health (lowest first), fade (fastest first), flagged (most first) or model-fade (only those that fade much faster than others of their model); limit is 1 to 1000.")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    /// <summary>The answer to a request, for HTTP and the command line alike.</summary>
    public static async Task<FleetResource> AnswerAsync(IRecordReader record, FleetRequest request, CancellationToken cancellation)
    {
        var (order, skip, limit) = (request.ReadOrder(), request.ReadSkip(), PageLimit.Read(request.Limit, 100, FleetRequest.MaxLimit));
        var reader = new FleetReader(record);
        var fleet = await reader.ReadAsync(cancellation);
        FleetItem[] listed = order == FleetOrder.ModelFade ? [.. await reader.FasterThanTheirModelAsync(fleet, cancellation)] : [.. fleet.Ordered(order)];
        var entries = await reader.DescribeAsync(listed.Skip(skip).Take(limit), cancellation);
        var next = skip + limit < listed.Length ? (skip + limit).ToString(CultureInfo.InvariantCulture) : null;
        double? median = fleet.Items.Count == 0 ? null : fleet.Median;
        return new FleetResource(fleet.Items.Count, median, fleet.Flagged, new FleetAxis("State of health", "%"), fleet.Bins(), "batteries", entries, next);
    }

    private static async Task<EtaggedJson<FleetResource>> ReadAsync(
        IRecordReader record, [AsParameters] FleetRequest request, CancellationToken cancellation) =>
        Etagged.Json(await AnswerAsync(record, request, cancellation));
}
