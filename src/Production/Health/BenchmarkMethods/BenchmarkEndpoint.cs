using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Http;

namespace Voltloop.Health.BenchmarkMethods;

/// <summary>The runs of benchmarks over HTTP, and their cards in the record.</summary>
internal static class BenchmarkEndpoint
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/health/benchmarks", async (BenchmarkRuns runs, CancellationToken cancellation) => Etagged.Json(new BenchmarkList(await runs.ReadAsync(cancellation))))
            .WithName("GetHealthBenchmarks")
            .WithSummary("The last run of each benchmark: published figures beside those of this program.")
            .WithDescription("Runs come from the command line: health benchmark NAME. The data sets are not part of the program.");
        api.MapPost("/health/benchmarks/{name}/card", KeepAsync)
            .WithName("StateModelCard")
            .WithSummary("States the card of the last run of a benchmark in the record: data, errors, coverage and validity of the best model.")
            .WithDescription("The card stands as modelCard on https://id.voltloop.example/method/health-NAME; each time it is kept adds one.");
    }

    private static async Task<Ok<ModelCard>> KeepAsync(string name, BenchmarkRuns runs, ModelCards cards, IActorSource actors)
    {
        var run = (await runs.ReadAsync(CancellationToken.None)).FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal))
            ?? throw new ProblemException(CommonProblems.NotFound, $"No run of the benchmark \"{name}\" is kept here.", "name", $"Run it from a terminal: health benchmark {name}.");
        return TypedResults.Ok(await cards.KeepAsync(run, ImportRequest.IssuerOf(actors.Current.Actor), CancellationToken.None));
    }

    /// <summary>What is answered.</summary>
    /// <param name="Runs">Runs by name; empty when none was run here.</param>
    internal sealed record BenchmarkList(IReadOnlyList<BenchmarkRun> Runs);
}
