using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Http;

namespace Voltloop.Tracing.BalanceMass;

/// <summary><c>GET /api/v1/balance</c>, <c>balance.csv</c> and <c>balance/chart</c>.</summary>
internal static class BalanceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Balance");
        api.MapGet("/balance", ReadAsync).WithName("GetBalance")
            .WithSummary("Mass balance and chain of custody: ledgers of sites with uncertainties, and what does not fit, with where it entered.")
            .WithDescription("site and element choose; from and to are days; period is week, month, quarter or year. Every amount is in kg of the element with its standard uncertainty.");
        api.MapGet("/balance.csv", ReadCsvAsync).WithName("GetBalanceCsv").WithSummary("The ledger lines as a table.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
        api.MapGet("/balance/chart", ReadChartAsync).WithName("GetBalanceChart").WithSummary("What came in, went out and is in stock at a site, period by period, kg of an element.");
    }

    private static async Task<EtaggedJson<BalanceResource>> ReadAsync(BalanceReader reader, [AsParameters] BalanceRequest request, CancellationToken cancellation) =>
        Etagged.Json(await reader.ReadAsync(request, cancellation));

    private static async Task ReadCsvAsync(HttpContext http, BalanceReader reader, [AsParameters] BalanceRequest request)
    {
        var balance = await reader.ReadAsync(request, http.RequestAborted);
        http.Response.Headers.ContentDisposition = "attachment; filename=\"balance.csv\"";
        await EtaggedBytes.WriteAsync(http, Encoding.UTF8.GetBytes(BalanceCsv.Of(balance)), "text/csv; charset=utf-8");
    }

    private static async Task<EtaggedJson<BalanceChart>> ReadChartAsync(BalanceReader reader, [AsParameters] BalanceRequest request, CancellationToken cancellation)
    {
        var books = await reader.BooksAsync(request, cancellation);
        return Etagged.Json(BalanceChart.Of(books, request.Site ?? "", request.Element ?? Model.Custody.MassFlow.Gross));
    }
}
