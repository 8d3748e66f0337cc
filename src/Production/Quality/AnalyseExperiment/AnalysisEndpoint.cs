using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.AnalyseExperiment;

/// <summary>Analyses of experiments over HTTP: the table is the body.</summary>
internal static class AnalysisEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Quality")
        .MapPost("/quality/experiments/analysis", AnalyseAsync)
        .WithName("AnalyseExperiment").Calculates()
        .WithSummary("Effects, table of variance with lack of fit, response surface with its stationary point.")
        .WithDescription("Send the table as the body; nothing is written. response, model (main, interactions, quadratic). " + ExperimentTable.Layout)
        .TakesTable();

    private static async Task<Ok<AnalysisResource>> AnalyseAsync(HttpContext context, string? name, [AsParameters] AnalysisRequest request, CancellationToken cancellation)
    {
        var source = await context.FileAsync(name, cancellation);
        return TypedResults.Ok(ExperimentAnalysis.Of(DelimitedTable.Read(source), request));
    }
}
