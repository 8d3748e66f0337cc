using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Http;

namespace Voltloop.Health.BenchmarkMethods;

/// <summary>The runs of benchmarks over HTTP.</summary>
internal static class BenchmarkEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Health")
        .MapGet("/health/benchmarks", async (BenchmarkRuns runs, CancellationToken cancellation) => Etagged.Json(new BenchmarkList(await runs.ReadAsync(cancellation))))
        .WithName("GetHealthBenchmarks")
        .WithSummary("The last run of each benchmark: published figures beside those of this program.")
        .WithDescription("Runs come from the command line: health benchmark NAME. The data sets are not part of the program.");

    /// <summary>What is answered.</summary>
    /// <param name="Runs">Runs by name; empty when none was run here.</param>
    internal sealed record BenchmarkList(IReadOnlyList<BenchmarkRun> Runs);
}
