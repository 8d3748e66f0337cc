using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Health.SimulatePack;

/// <summary>Simulation of packs over HTTP.</summary>
internal static class PackSimulationEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Health")
        .MapPost("/packs/simulations", SimulateAsync)
        .WithName("SimulatePack").Calculates()
        .WithSummary("Simulates a pack of cells in series and parallel under a load, and compares ways of balancing it.")
        .WithDescription("Everything is optional: {} simulates 12 cells in series. Currents in A, + = charge. The cells are made up from the chemistry and the spreads; nothing is written to the record.")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> SimulateAsync(PackSimulationRequest request, CancellationToken cancellation)
    {
        var plan = request.ReadPlan();
        return Results.Json(await Task.Run(() => PackSimulator.Run(plan, cancellation), cancellation), JsonOutput.Compact);
    }
}
