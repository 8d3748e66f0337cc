using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Tracing.FoldEvents;

/// <summary><c>POST /api/v1/key-events/fold</c>.</summary>
internal static class FoldEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/key-events/fold", RunAsync).WithName("FoldKeyEvents")
            .WithSummary("Makes facts of key events now; rebuild=true looks at every event again. For the operator who runs the store.");

    private static async Task<Ok<FoldCount>> RunAsync(bool? rebuild, FoldRunner runner, ActorWork work, CancellationToken cancellation) => work.Actor.IsKeeper
        ? TypedResults.Ok(await runner.RunAsync(rebuild == true, cancellation))
        : throw new ProblemException(AccessProblems.Forbidden, "Only the operator who runs the store folds events.");
}
