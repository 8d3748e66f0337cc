using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Tracing.BalanceMass;
using Voltloop.Web.Http;

namespace Voltloop.Tracing.KeepCustody;

/// <summary><c>GET /api/v1/custody</c> and <c>custody.csv</c>.</summary>
internal static class CustodyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Custody");
        api.MapGet("/custody", ReadAsync).WithName("GetCustody")
            .WithSummary("Chain of custody: what of an element may be claimed at each site, what was claimed, and what no eligible input covers.")
            .WithDescription("site and element choose; from and to are days; period is week, month, quarter or year. kg of the element; opening + credited - issued - expired = closing.");
        api.MapGet("/custody.csv", ReadCsvAsync).WithName("GetCustodyCsv").WithSummary("The accounts of claims as a table.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<EtaggedJson<CustodyResource>> ReadAsync(CustodyReader reader, [AsParameters] BalanceRequest request, CancellationToken cancellation) =>
        Etagged.Json(await reader.ReadAsync(request, cancellation));

    private static async Task ReadCsvAsync(HttpContext http, CustodyReader reader, [AsParameters] BalanceRequest request)
    {
        var custody = await reader.ReadAsync(request, http.RequestAborted);
        http.Response.Headers.ContentDisposition = "attachment; filename=\"custody.csv\"";
        await EtaggedBytes.WriteAsync(http, Encoding.UTF8.GetBytes(CustodyCsv.Of(custody)), "text/csv; charset=utf-8");
    }
}
