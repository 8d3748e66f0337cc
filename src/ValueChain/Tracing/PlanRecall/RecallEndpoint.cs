using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Voltloop.Tracing.PlanRecall;

/// <summary><c>GET /api/v1/recall</c> and <c>/api/v1/recall.csv</c>.</summary>
internal static class RecallEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/recall", ReadAsync).WithName("GetRecallList")
            .WithSummary("Everything affected by a lot, a roll, a stretch of it, or a machine in a time: the outermost things with passport, last place and holder.");
        api.MapGet("/recall.csv", ReadCsvAsync).WithName("GetRecallCsv").WithSummary("The same as a table for spreadsheets.").Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<Ok<RecallList>> ReadAsync(HttpContext http, RecallPlanner planner, [AsParameters] RecallRequest request) =>
        TypedResults.Ok(await planner.PlanAsync(request, http.RequestAborted));

    private static async Task<FileContentHttpResult> ReadCsvAsync(HttpContext http, RecallPlanner planner, [AsParameters] RecallRequest request) =>
        TypedResults.File(Encoding.UTF8.GetBytes(RecallCsv.Of(await planner.PlanAsync(request, http.RequestAborted))), "text/csv; charset=utf-8", "recall.csv");
}
