using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Web.Http;

namespace Voltloop.Web.Api;

/// <summary>Imports over HTTP: the file is the body.</summary>
public static class ImportEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapImports(this IEndpointRouteBuilder routes) => Http.ApiRoutes.MapApi(routes, "Import")
        .MapPost("/imports", ImportAsync)
        .WithName("ImportFile")
        .WithSummary("Reads a file into the record as one unit, or says what it would change.")
        .WithDescription("Send the bytes as the body, gzip or not; the content decides the format. Example: "
            + "curl --data-binary @cells.csv 'http://127.0.0.1:5080/api/v1/imports?name=cells.csv&preview=true'")
        .Accepts<byte[]>("application/octet-stream", "text/csv", "application/json", "application/gzip")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .DisableAntiforgery();

    private static async Task<Ok<ImportResource>> ImportAsync(
        HttpContext context, ImportDesk desk, ActorWork work, [AsParameters] ImportRequest request)
    {
        var name = request.Name ?? "upload";
        var source = await context.FileAsync(name, context.RequestAborted);
        var plan = await desk.PlanAsync(source, request.ToOptions(work.Now, work.Actor), context.RequestAborted);
        var receipt = request.Preview ?? false ? null : await desk.CommitAsync(plan, context.RequestAborted);
        return TypedResults.Ok(ImportResource.Of(plan, receipt));
    }
}
