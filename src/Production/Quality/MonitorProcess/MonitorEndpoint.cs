using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>Multivariate monitoring over HTTP: tables in a form, or a machine of the record.</summary>
internal static class MonitorEndpoint
{
    private const long MaxForm = (3L * DelimitedTable.MaxBytes) + (1024 * 1024);

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Quality");
        api.MapPost("/quality/monitors", MonitorAsync)
            .WithName("MonitorProcess").Calculates()
            .WithSummary("Watches many signals together and says which rows are out, by which method, and which signals contribute.")
            .WithDescription("Send the tables as files of a form: train (in control), test, and calibrate (in control, for limits) where there is one; nothing is written. method, budget, limits (joint, each, theory), faultFrom, row, components, dynamicComponents, states, lags, lambda, k. Example: curl -F train=@good.csv -F test=@today.csv 'http://127.0.0.1:5080/api/v1/quality/monitors?method=all&budget=0.01'")
            .WithMetadata(new RequestSizeLimitAttribute(MaxForm), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxForm })
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .DisableAntiforgery();
        api.MapGet("/quality/signals/monitor", async (Monitoring monitoring, string machine, DateOnly day, [AsParameters] MonitorRequest request, CancellationToken cancellation) => TypedResults.Ok(await monitoring.OfMachineAsync(machine, day, request, cancellation)))
            .WithName("MonitorMachine")
            .WithSummary("Watches all signals of a machine together on a day, with models and limits from the day before.");
    }

    private static async Task<Ok<MonitorResource>> MonitorAsync(IFormFile train, IFormFile test, IFormFile? calibrate, [AsParameters] MonitorRequest request, CancellationToken cancellation) =>
        TypedResults.Ok(Monitoring.OfFiles((await train.FileAsync(cancellation), await test.FileAsync(cancellation), calibrate is null ? null : await calibrate.FileAsync(cancellation)), request));
}
