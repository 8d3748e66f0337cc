using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.PredictQuality;

/// <summary>The virtual gate over HTTP: the table is the body.</summary>
internal static class GateEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Quality")
        .MapPost("/quality/gate", PredictAsync)
        .WithName("PredictQuality").Calculates()
        .WithSummary("Predicts the quality of units from what is known before it is measured, with intervals, and says which units to accept, reject or measure.")
        .WithDescription("Send the table as the body; nothing is written. outcome, group, stage, lsl, usl, confidence, costEscape, costMeasure, costScrap. " + GateReader.Layout)
        .TakesTable();

    /// <summary>The gate of a file.</summary>
    public static GateResource OfFile(ImportSource source, GateRequest request, CancellationToken cancellation) =>
        GateAnalysis.Of(GateReader.Read(DelimitedTable.Read(source), request.Checked()), request, cancellation);

    private static async Task<Ok<GateResource>> PredictAsync(HttpContext context, string? name, [AsParameters] GateRequest request, CancellationToken cancellation)
    {
        return TypedResults.Ok(OfFile(await context.FileAsync(name, cancellation), request, cancellation));
    }
}
