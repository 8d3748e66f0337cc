using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.StackTolerances;

/// <summary>Stacks over HTTP: the table is the body.</summary>
internal static class StackEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Quality")
        .MapPost("/quality/stack", StackAsync)
        .WithName("StackTolerances").Calculates()
        .WithSummary("What tolerances add up to: worst case, root of the sum of squares, Cf, a simulation with standard errors, contributions, tolerances of the least cost.")
        .WithDescription("Send the table as the body; nothing is written. stack, lsl, usl, runs, seed, allocate, by (rss or worst). " + StackRows.Layout + " Distributions: " + StackRows.Distributions + " Vector loops have the columns length, angle and unknown; locators have kind, x, y, z, nx, ny, nz.")
        .TakesTable();

    private static async Task<Ok<StackResource>> StackAsync(HttpContext context, LiveValues live, string? name, [AsParameters] StackRequest request, CancellationToken cancellation)
    {
        var table = DelimitedTable.Read(await context.FileAsync(name, cancellation));
        return TypedResults.Ok(StackAnalysis.Of(table, request, await live.OfAsync(table, cancellation)));
    }
}
