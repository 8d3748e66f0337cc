using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Passport.Model;
using Voltloop.Web.Http;

namespace Voltloop.Passport.AssessReadiness;

/// <summary><c>GET /api/v1/readiness</c> and <c>readiness.csv</c>.</summary>
internal static class ReadinessEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/readiness", ReadAsync).WithName("GetReadiness")
            .WithSummary("What is missing on a day over all passports, by model and data point, and which obligations begin later.")
            .WithDescription("on is a day (the day the passport becomes law when absent); model is the identifier of a model (all when absent).");
        api.MapGet("/readiness.csv", ReadCsvAsync).WithName("GetReadinessCsv").WithSummary("The same as a table: one line for each model and missing data point.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<EtaggedJson<ReadinessReport>> ReadAsync(HttpContext http, ReadinessReader reader, [AsParameters] ReadinessRequest request)
    {
        ReadinessGate.Check(http);
        return Etagged.Json(await reader.ReadAsync(request.Day, request.ModelId, http.RequestAborted));
    }

    private static async Task ReadCsvAsync(HttpContext http, ReadinessReader reader, [AsParameters] ReadinessRequest request)
    {
        ReadinessGate.Check(http);
        var report = await reader.ReadAsync(request.Day, request.ModelId, http.RequestAborted);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"readiness-{report.On:yyyy-MM-dd}.csv\"";
        await EtaggedBytes.WriteAsync(http, Encoding.UTF8.GetBytes(ReadinessCsv.Of(report)), "text/csv; charset=utf-8");
    }
}
