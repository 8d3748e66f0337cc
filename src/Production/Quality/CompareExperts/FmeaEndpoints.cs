using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Quality.LearnStructure;
using Voltloop.Quality.Model.Experts;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Http;

namespace Voltloop.Quality.CompareExperts;

/// <summary>Failure analyses over HTTP.</summary>
internal static class FmeaEndpoints
{
    private const long MaxForm = (2L * DelimitedTable.MaxBytes) + (1024 * 1024);

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Quality");
        api.MapPost("/quality/fmea", AskAsync)
            .WithName("CompareExperts").Calculates()
            .WithSummary("Takes a failure analysis as a network of causes: what is probable after something was seen, where experts contradict each other, and where data contradict them.")
            .WithDescription("Send the tables as files of a form: fmea (or of, a line or machine whose analysis the record keeps) and data where there is some; nothing is written. observed and absent (names separated by semicolons), stations, useful. " + FmeaReader.Layout)
            .WithMetadata(new RequestSizeLimitAttribute(MaxForm), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxForm })
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .DisableAntiforgery();
        api.MapGet("/quality/fmea/kept", async (ExpertKnowledge kept, string of, CancellationToken cancellation) => TypedResults.Ok(await kept.OfAsync(of, cancellation)))
            .WithName("GetFailureAnalysis")
            .WithSummary("The failure analysis of a line or machine, as experts stated it last.");
        api.MapPost("/quality/fmea/kept", KeepAsync)
            .WithName("StateFailureAnalysis")
            .WithSummary("States the failure analysis of a line or machine from now on; earlier ones stay readable as they were.")
            .WithDescription("Send the table as the body. " + FmeaReader.Layout)
            .TakesTable();
    }

    /// <summary>Compares an analysis, of a file or of the record, with a table of units.</summary>
    /// <exception cref="ProblemException">There is neither a file nor a thing.</exception>
    public static async Task<FmeaResource> CompareAsync((ImportSource? Fmea, ImportSource? Data, string? Of) from, FmeaRequest request, ExpertKnowledge? kept, CancellationToken cancellation)
    {
        var (fmea, data, of) = from;
        var analysis = fmea is not null ? (fmea.Name, FmeaReader.Read(DelimitedTable.Read(fmea)))
            : of is { Length: > 0 } && kept is not null ? (of, await kept.OfAsync(of, cancellation))
            : throw new ProblemException(CommonProblems.BadRequest, "There is no analysis.", "fmea", "Send a table as fmea, or name with of the line or machine whose analysis the record keeps.");
        var table = data is null ? null : StationTable.Read(DelimitedTable.Read(data, maxColumns: StationTable.MaxVariables + 2), request.Stations);
        return FmeaAnalysis.Of(analysis, table, request, cancellation);
    }

    private static async Task<Ok<FmeaResource>> AskAsync(IFormFile? fmea, IFormFile? data, [AsParameters] FmeaQuery query, ExpertKnowledge kept, CancellationToken cancellation) =>
        TypedResults.Ok(await CompareAsync((await fmea.FileOrNullAsync(cancellation), await data.FileOrNullAsync(cancellation), query.Of), query.Request(), kept, cancellation));

    private static async Task<Ok<FailureAnalysis>> KeepAsync(HttpContext context, string of, ExpertKnowledge kept, IActorSource actors)
    {
        var analysis = FmeaReader.Read(DelimitedTable.Read(await context.FileAsync("fmea", context.RequestAborted)));
        await kept.KeepAsync(of, analysis, ImportRequest.IssuerOf(actors.Current.Actor), CancellationToken.None);
        return TypedResults.Ok(analysis);
    }
}
