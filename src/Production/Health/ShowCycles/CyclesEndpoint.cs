using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Web.Http;

namespace Voltloop.Health.ShowCycles;

/// <summary>The cycles of a battery over HTTP.</summary>
internal static class CyclesEndpoint
{
    /// <summary>Most cycles of one answer.</summary>
    public const int MostCycles = 10_000;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/things/{id}/cycles", ReadAsync).WithName("ListCycles")
            .WithSummary("Charge, energy, coulombic and energy efficiency of each cycle.")
            .WithDescription($"Cut from the longest recording of voltage and current, or as a table of cycles tells them; series chooses another one. from counts cycles from 0, count is 1 to {MostCycles}. Efficiencies in % stand only at closed cycles.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapGet("/things/{id}/cycles.csv", TableAsync).WithName("GetCyclesTable")
            .WithSummary("All cycles as CSV under BDF names.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>A page of cycles.</summary>
    /// <exception cref="ProblemException">The page does not exist.</exception>
    public static CyclesResource Page(CyclesResource all, int? from, int? count)
    {
        if (from is < 0) throw new ProblemException(CommonProblems.InvalidValue, $"from is {from}; it must be 0 or more.", "from");
        if (count is < 1 or > MostCycles) throw new ProblemException(CommonProblems.InvalidValue, $"count is {count}; it must be 1 to {MostCycles}.", "count");
        return all with { Cycles = [.. all.Cycles.Skip(from ?? 0).Take(count ?? MostCycles)], From = from ?? 0, Total = all.Cycles.Count };
    }

    private static async Task<EtaggedJson<CyclesResource>> ReadAsync(
        CycleReader reader, RouteThingId thing, [FromQuery] string? series, [AsParameters] CyclesRequest request, CancellationToken cancellation) =>
        Etagged.Json(Page(await reader.ReadAsync(thing.Id, series, cancellation), request.From, request.Count));

    private static async Task<IResult> TableAsync(CycleReader reader, RouteThingId thing, [FromQuery] string? series, CancellationToken cancellation)
    {
        var cycles = await reader.ReadAsync(thing.Id, series, cancellation);
        return TypedResults.File(Encoding.UTF8.GetBytes(CyclesCsv.Of(cycles.Cycles)), "text/csv; charset=utf-8", "cycles.csv");
    }
}
