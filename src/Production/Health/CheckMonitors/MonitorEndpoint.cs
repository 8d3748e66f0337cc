using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Health.Model;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Health.CheckMonitors;

/// <summary>The check of monitors over HTTP.</summary>
internal static class MonitorEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Health")
        .MapPost("/health/monitor-checks", CheckAsync).WithName("CheckMonitors").Calculates()
        .WithSummary("How far the state of certified energy that vehicles show lies above what was measured of them, after UN GTR 22, Part A.")
        .WithDescription("The body is a table (text/csv) with the columns shown_percent and measured_percent, a vehicle a line; tolerance in percentage points, 5 when absent. Method says what was not checked against the regulation. Nothing is written.")
        .Accepts<string>("text/csv")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .WithMetadata(new RequestSizeLimitAttribute(MonitorTable.MostBytes));

    private static async Task<Ok<MonitorReport>> CheckAsync(HttpContext http, [FromQuery] double? tolerance)
    {
        if (http.Request.ContentLength > MonitorTable.MostBytes) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has more than {MonitorTable.MostBytes} bytes.");
        using var reader = new StreamReader(http.Request.Body);
        return TypedResults.Ok(new MonitorReport(MonitorTable.Check(await reader.ReadToEndAsync(http.RequestAborted), tolerance), MonitorCheck.Method));
    }
}
