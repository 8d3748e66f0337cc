using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.LearnStructure;

/// <summary>Structures over HTTP: the table is the body.</summary>
internal static class StructureEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Quality")
        .MapPost("/quality/structure", LearnAsync)
        .WithName("LearnStructure").Calculates()
        .WithSummary("Learns what determines what along a line, with the order of stations as a hard rule: edges with their evidence, what separates the rest, and the causes of a target.")
        .WithDescription("Send the table as the body; nothing is written. target, stations, scores (rank, plain), search (stations, neighbours), falseShare, alpha, depth, halves, seed. " + StationTable.Layout)
        .TakesTable();

    /// <summary>The structure of a file.</summary>
    public static StructureResource OfFile(ImportSource source, StructureRequest request, CancellationToken cancellation) =>
        StructureLearning.Of(StationTable.Read(DelimitedTable.Read(source, maxColumns: StationTable.MaxVariables + 2), request.Stations), request, cancellation).Result(cancellation);

    private static async Task<Ok<StructureResource>> LearnAsync(HttpContext context, string? name, [AsParameters] StructureRequest request, CancellationToken cancellation)
    {
        return TypedResults.Ok(OfFile(await context.FileAsync(name, cancellation), request, cancellation));
    }
}
