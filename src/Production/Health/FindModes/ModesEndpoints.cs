using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Http;

namespace Voltloop.Health.FindModes;

/// <summary>Degradation modes over HTTP, and the form of their section.</summary>
internal static class ModesEndpoints
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/things/{id}/degradation-modes", FindAsync).WithName("FindDegradationModes")
            .WithSummary("Loss of lithium inventory and of active material between the first and the last slow discharge, with whether the data determine each.")
            .WithDescription("With the published half-cell curves of an LG M50 (NMC811, graphite with silicon oxide); POST curves of the cell's own electrodes to the same address. Nothing is written.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapPost("/things/{id}/degradation-modes", KeepAsync).WithName("StateDegradationModes")
            .WithSummary("Finds the degradation modes and states them in the record as degradationModes.")
            .WithDescription("The body may give the half-cell curves: positive and negative, each with lithiation (0 to 1) and volt of the same length.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        routes.MapPost("/health/modes", (Delegate)FormAsync).ExcludeFromDescription();
    }

    private static async Task<Ok<ModesResource>> FindAsync(RouteThingId thing, ModesEstimator estimator, CancellationToken cancellation) =>
        TypedResults.Ok((await estimator.FindAsync(thing.Id, new HalfCellCurves(), cancellation)).Modes);

    private static async Task<Ok<ModesResource>> KeepAsync(HttpContext http, RouteThingId thing, [FromBody] HalfCellCurves? curves, ModesEstimator estimator) =>
        TypedResults.Ok(await estimator.KeepAsync(thing.Id, curves ?? new HalfCellCurves(), ImportRequest.IssuerOf(RequestActors.Of(http).Actor), http.RequestAborted));

    private static async Task<RedirectHttpResult> FormAsync(HttpContext http, [FromForm] string id, IFormFile? positive, IFormFile? negative)
    {
        var thing = ThingId.Parse(id);
        var estimator = (ModesEstimator)http.RequestServices.GetService(typeof(ModesEstimator))!;
        var curves = new HalfCellCurves(await CurveAsync(positive, http.RequestAborted), await CurveAsync(negative, http.RequestAborted));
        await estimator.KeepAsync(thing, curves, ImportRequest.IssuerOf(RequestActors.Of(http).Actor), http.RequestAborted);
        return TypedResults.LocalRedirect($"/health/cell?id={Uri.EscapeDataString(thing.Value)}#modes");
    }

    private static async Task<HalfCellCurve?> CurveAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null || file.Length == 0) return null;
        if (file.Length > MostBytes) throw new ProblemException(CommonProblems.LimitExceeded, $"{file.FileName} has more than {MostBytes} bytes.");
        using var reader = new StreamReader(file.OpenReadStream());
        return HalfCellCurve.Parse(await reader.ReadToEndAsync(cancellation), file.FileName);
    }
}
