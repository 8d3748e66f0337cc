using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Voltloop.Tracing.TraceLineage;

/// <summary><c>GET /api/v1/lineage</c>.</summary>
internal static class LineageEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/lineage", ReadAsync).WithName("GetLineage")
            .WithSummary("Where something went (down) or comes from (up): things, lots and rolls with steps, moments, masses and shares of mass.")
            .WithDescription("id names an EPC, a lot or a class, as events do. asOf shows what held then; from and before bound the first step; fromMetre, toMetre and lane ask about a stretch of a coil.");
        api.MapGet("/lineage/index", StatusAsync).WithName("GetLineageIndex")
            .WithSummary("How the lineage index stands: up to which event of how many, nodes, edges, bytes, file.")
            .WithDescription("Every answer is brought up to date first, so an index behind the record makes the next answer slower, never wrong.");
    }

    private static async Task<Ok<LineageStatus>> StatusAsync(HttpContext http, LineageIndex index) => TypedResults.Ok(await index.StatusAsync(http.RequestAborted));

    private static async Task<Ok<LineageAnswer>> ReadAsync(HttpContext http, LineageReader reader, [AsParameters] LineageRequest request) =>
        TypedResults.Ok(await reader.ReadAsync(request.Question(), http.RequestAborted));
}
