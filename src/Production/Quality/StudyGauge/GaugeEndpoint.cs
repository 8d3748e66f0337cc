using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.StudyGauge;

/// <summary>Gauge studies over HTTP: the table is the body.</summary>
internal static class GaugeEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Quality")
        .MapPost("/quality/gauge", StudyAsync)
        .WithName("StudyGauge").Calculates()
        .WithSummary("Works out a gauge study: crossed, nested, against references, or judgements.")
        .WithDescription("Send the table as the body; nothing is written. tolerance, method (anova or range). " + GaugeTable.Layout)
        .TakesTable();

    private static async Task<Ok<GaugeResource>> StudyAsync(HttpContext context, string? name, [AsParameters] GaugeRequest request, CancellationToken cancellation)
    {
        var source = await context.FileAsync(name, cancellation);
        return TypedResults.Ok(GaugeAnalysis.Of(DelimitedTable.Read(source, request.Columns), request));
    }
}
