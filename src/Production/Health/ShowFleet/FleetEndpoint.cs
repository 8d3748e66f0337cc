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
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/fleet/health", ReadAsync).WithName("GetFleetHealth")
            .WithSummary("State of health of all batteries: distribution and a page of batteries.")
            .WithDescription("order is id, state-of-health (lowest first), fade (fastest first), flagged (most first) or model-fade (only those that fade much faster than others of their model); limit is 1 to 1000.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapGet("/fleet/cohorts", CohortsAsync).WithName("GetFleetCohorts")
            .WithSummary("Cohorts of the fleet: fade with interval, drift in the order of manufacture, and the fade of each battery drawn towards its cohort.")
            .WithDescription($"by is model, month (of manufacture) or site; limit is 1 to {CohortRequest.MaxLimit} batteries. Fade in % of the rated capacity per 100 cycles.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapGet("/fleet/attention", AttentionAsync).WithName("GetFleetAttention")
            .WithSummary("Batteries worth a look, the gravest first, each with its reasons in words.")
            .WithDescription($"by makes the cohorts that batteries are compared with (model, month or site); limit is 1 to {CohortRequest.MaxLimit}.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

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

    private static async Task<EtaggedJson<CohortResource>> CohortsAsync(IRecordReader record, [AsParameters] CohortRequest request, CancellationToken cancellation)
    {
        var (key, limit) = (request.ReadKey(), PageLimit.Read(request.Limit, 1000, CohortRequest.MaxLimit));
        return Etagged.Json(CohortResource.Of(key, await new CohortReader(record).AnalyseAsync(key, cancellation), limit));
    }

    private static async Task<EtaggedJson<AttentionResource>> AttentionAsync(IRecordReader record, [AsParameters] CohortRequest request, CancellationToken cancellation)
    {
        var (key, limit) = (request.ReadKey(), PageLimit.Read(request.Limit, 100, CohortRequest.MaxLimit));
        var analysis = await new CohortReader(record).AnalyseAsync(key, cancellation);
        var found = analysis.Attention();
        return Etagged.Json(new AttentionResource(analysis.Members.Count, found.Count, [.. found.Take(limit)]));
    }
}
