using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Health.ShowCapacity;
using Voltloop.Web.Http;

namespace Voltloop.Health.CompareCells;

/// <summary>The comparison of batteries over HTTP.</summary>
internal static class CompareEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/health/comparison", ReadAsync).WithName("CompareCells")
            .WithSummary("Batteries beside each other: state of health and life with intervals, capacity over cycles, incremental capacity.")
            .WithDescription($"ids names up to {CompareRequest.MostCells} batteries in any spelling, separated by commas or given several times.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapGet("/health/comparison/{curve}", CurveAsync).WithName("GetComparisonCurves")
            .WithSummary("One chart of the comparison: capacity (Ah), share (% of rated) or incremental (dQ/dV of the last slow discharge).")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<EtaggedJson<CompareResource>> ReadAsync(CompareReader reader, [FromQuery] string[] ids, CancellationToken cancellation) =>
        Etagged.Json(await reader.ReadAsync(new CompareRequest(ids), withFigures: true, cancellation));

    private static async Task<EtaggedJson<CurvesResource>> CurveAsync(CompareReader reader, string curve, [FromQuery] string[] ids, CancellationToken cancellation)
    {
        var read = await reader.ReadAsync(new CompareRequest(ids), withFigures: false, cancellation);
        return Etagged.Json(curve switch
        {
            "capacity" => read.CapacityAh,
            "share" => read.CapacityPercent,
            "incremental" => read.IncrementalCapacity,
            _ => throw new ProblemException(CommonProblems.NotFound, $"There is no curve \"{curve}\"; there are capacity, share and incremental."),
        });
    }
}
