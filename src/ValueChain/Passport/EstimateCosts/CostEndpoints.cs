using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Record.Policies;
using Voltloop.Web.Http;

namespace Voltloop.Passport.EstimateCosts;

/// <summary><c>GET /api/v1/costs</c> and <c>costs.csv</c>.</summary>
internal static class CostEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var assumptions = string.Join(", ", CostFields.All.Select(field => $"{field.Name} ({field.Unit})"));
        api.MapGet("/costs", async (HttpContext http, CostReader costs, Sight sight) => Etagged.Json(await ReadAsync(http, costs, sight))).WithName("GetCosts")
            .WithSummary("What keeping passports takes, measured on this store, and what it costs over years.")
            .WithDescription($"Every assumption can be given in the query: {assumptions}. Those left out are the measured figures or the defaults.");
        api.MapGet("/costs.csv", WriteCsvAsync).WithName("GetCostsCsv").WithSummary("The same as a table: one figure on each line, with its unit.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static Task<CostReport> ReadAsync(HttpContext http, CostReader costs, Sight sight)
    {
        CostGate.Check(http, sight);
        return costs.EstimateAsync(name => http.Request.Query[name], http.RequestAborted);
    }

    private static async Task WriteCsvAsync(HttpContext http, CostReader costs, Sight sight)
    {
        var report = await ReadAsync(http, costs, sight);
        http.Response.Headers.ContentDisposition = "attachment; filename=\"costs.csv\"";
        await EtaggedBytes.WriteAsync(http, Encoding.UTF8.GetBytes(CostCsv.Of(report)), "text/csv; charset=utf-8");
    }
}
