using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Health.Model;
using Voltloop.Health.ShowCapacity;
using Voltloop.Web.Http;

namespace Voltloop.Health.ShowSlowCycles;

/// <summary>Slow discharges over HTTP.</summary>
internal static class SlowCycleEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/things/{id}/slow-cycles", ListAsync).WithName("ListSlowCycles")
            .WithSummary("Slow discharges of a battery with the peaks of their incremental capacity, followed from one to the next.")
            .WithDescription($"Discharges of {SlowCycles.ShortestHours} h or longer that move at least 0.7 of the largest; peaks of the first are followed up to 50 mV a step.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapGet("/things/{id}/slow-cycles/incremental", IncrementalAsync).WithName("GetIncrementalCapacityCurves")
            .WithSummary("Incremental capacity dQ/dV of the slow discharges over voltage, up to six curves.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapGet("/things/{id}/slow-cycles/differential", DifferentialAsync).WithName("GetDifferentialVoltageCurves")
            .WithSummary("Differential voltage dV/dQ of the slow discharges over charge, up to six curves.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<EtaggedJson<IReadOnlyList<SlowCycleResource>>> ListAsync(SlowCycleReader reader, RouteThingId thing, CancellationToken cancellation) =>
        Etagged.Json<IReadOnlyList<SlowCycleResource>>([.. (await reader.ReadAsync(thing.Id, cancellation)).Select(SlowCycleResource.Of)]);

    private static async Task<EtaggedJson<CurvesResource>> IncrementalAsync(SlowCycleReader reader, RouteThingId thing, CancellationToken cancellation) =>
        Etagged.Json(SlowCurves.Incremental(await reader.ReadAsync(thing.Id, cancellation)));

    private static async Task<EtaggedJson<CurvesResource>> DifferentialAsync(SlowCycleReader reader, RouteThingId thing, CancellationToken cancellation) =>
        Etagged.Json(SlowCurves.Differential(await reader.ReadAsync(thing.Id, cancellation)));
}
