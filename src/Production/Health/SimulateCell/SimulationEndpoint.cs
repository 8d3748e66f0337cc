using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Health.Web;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Health.SimulateCell;

/// <summary>Simulation of a cell over HTTP. Who hangs up stops it.</summary>
internal static class SimulationEndpoint
{
    /// <summary>Path of the page and its form.</summary>
    public const string Page = "/health/cell-model";

    /// <summary>Largest request, bytes.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapApi("Health")
            .MapPost("/cells/simulations", SimulateAsync)
            .WithName("SimulateCell").Calculates()
            .WithSummary("Simulates a cell by the single-particle model with electrolyte: voltage, temperature, surface and electrolyte concentrations over time.")
            .WithDescription("Nothing is written. cRate with direction, or profile {seconds, amperes} (+ is charge; each current holds until the next moment). Example: {\"parameters\":\"chen2020\",\"cRate\":1,\"ambientCelsius\":25}. Ends at a cut-off voltage; the answer says so, and whether the range in which the model is valid was left.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes));
        routes.MapPost(Page, (Delegate)ShowAsync).Calculates()
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxBytes })
            .ExcludeFromDescription();
    }

    private static async Task<Ok<SimulationResource>> SimulateAsync(SimulationRequest request, CancellationToken cancellation) =>
        TypedResults.Ok(await Task.Run(() => CellSimulator.Run(request, progress: null, cancellation), cancellation));

    private static async Task<RazorComponentResult> ShowAsync(IFormFile? profile, [FromForm] SimulationFields fields, CancellationToken cancellation)
    {
        var request = fields.Request(profile is { Length: > 0 } ? await ReadAsync(profile, cancellation) : null);
        var result = await Task.Run(() => CellSimulator.Run(request, progress: null, cancellation), cancellation);
        return new RazorComponentResult(typeof(CellModelResultPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(CellModelResultPage.Result)] = result });
    }

    private static async Task<CurrentProfile> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        return ProfileReader.Read(await file.FileAsync(cancellation));
    }
}
