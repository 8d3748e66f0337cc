using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.FindCause;

/// <summary>Root causes over HTTP: of the record, or of a table in the body.</summary>
internal static class CauseEndpoint
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Quality");
        api.MapGet("/quality/causes", async (CauseFinder finder, [AsParameters] CauseRequest request, CancellationToken cancellation) => TypedResults.Ok(await finder.OfRecordAsync(request, cancellation)))
            .WithName("FindCauses")
            .WithSummary("What bad units of the field have in common: machine, lot, coil, shift, time or a combination, with evidence and every unit that may be affected.")
            .WithDescription("bad is ageing (fades faster than its model) or returned; model is the identifier of a model, the one with the most bad units when left out. Genealogy from the events of the record. Nothing is written.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapPost("/quality/causes", OfFileAsync)
            .WithName("FindCausesOfTable").Calculates()
            .WithSummary("What bad units of a table have in common.")
            .WithDescription("Send the table as the body; nothing is written. " + CauseFile.Layout)
            .TakesTable();
    }

    private static async Task<Ok<CauseResource>> OfFileAsync(HttpContext context, CauseFinder finder, string? name, [AsParameters] CauseRequest request)
    {
        var source = await context.FileAsync(name, context.RequestAborted);
        return TypedResults.Ok(await finder.OfFileAsync(source, request, context.RequestAborted));
    }
}
