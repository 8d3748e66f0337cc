using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.FindCause;
using Voltloop.Web.Http;

namespace Voltloop.Quality.ContainCause;

/// <summary>Findings and the containment list over HTTP.</summary>
internal static class ContainmentEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Quality");
        api.MapPost("/quality/findings", KeepAsync).WithName("KeepCauses")
            .WithSummary("Looks for causes in the record and states them on the machine, lot or roll that they are about.")
            .WithDescription("bad is ageing or returned, model the identifier of a model. States rootCauseFinding with method, table, probability, interval and every unit that may be affected; gives the containment list.");
        api.MapGet("/quality/containment", async (ContainmentDesk desk, CancellationToken cancellation) => TypedResults.Ok(await desk.ReadAsync(cancellation)))
            .WithName("GetContainment")
            .WithSummary("Every unit that causes found so far may have touched, with where it is now: in the field, in the store, or returned.");
        api.MapGet("/quality/containment.csv", ReadCsvAsync).WithName("GetContainmentCsv").WithSummary("The same as a table for spreadsheets.").Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<Ok<ContainmentList>> KeepAsync(CauseFinder finder, ContainmentDesk desk, [AsParameters] CauseRequest request, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.KeepAsync(await finder.OfRecordAsync(request, cancellation), cancellation));

    private static async Task<FileContentHttpResult> ReadCsvAsync(ContainmentDesk desk, CancellationToken cancellation) =>
        TypedResults.File(Encoding.UTF8.GetBytes(ContainmentCsv.Of(await desk.ReadAsync(cancellation))), "text/csv; charset=utf-8", "containment.csv");
}
