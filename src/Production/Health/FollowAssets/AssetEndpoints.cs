using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Record.Telemetry;
using Voltloop.Web.Api;
using Voltloop.Web.Http;

namespace Voltloop.Health.FollowAssets;

/// <summary>What telemetry says, over HTTP.</summary>
internal static class AssetEndpoints
{
    private const int UsualPage = 100;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Telemetry");
        api.MapGet("/telemetry/assets", ListAsync).WithName("ListTelemetryAssets").WithSummary("Batteries that send telemetry, with what is estimated from it.");
        api.MapGet("/telemetry/assets/{id}", ReadAsync).WithName("GetTelemetryAsset").WithSummary("What the telemetry of one battery says: charge with bounds, throughput, extremes, what was late, repeated or left out.");
        api.MapGet("/telemetry/status", Status).WithName("GetTelemetryStatus").WithSummary("How telemetry comes in: the broker, its queue and dead letters, and what was taken, repeated or refused since the start.");
    }

    private static async Task<EtaggedJson<PageResource<AssetResource>>> ListAsync(string? cursor, int? limit, AssetReader assets, CancellationToken cancellation)
    {
        var page = await assets.ListAsync(cursor, PageLimit.Read(limit, UsualPage, AssetReader.MostListed), cancellation);
        return Etagged.Json(new PageResource<AssetResource>(page.Items, page.Next));
    }

    private static async Task<EtaggedJson<AssetResource>> ReadAsync(RouteThingId thing, AssetReader assets, CancellationToken cancellation) =>
        Etagged.Json(await assets.ReadAsync(thing.Id, cancellation));

    private static EtaggedJson<StatusResource> Status(StatusReader status) => Etagged.Json(status.Read());
}
