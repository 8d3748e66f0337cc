using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.DesignExperiment;

/// <summary>Plans of experiments over HTTP.</summary>
internal static class ExperimentEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Quality")
        .MapPost("/quality/experiments/design", Design)
        .WithName("DesignExperiment").Calculates()
        .WithSummary("Plans an experiment: factorial, fraction with aliases and resolution, Plackett-Burman, central composite, Box-Behnken; in an order by chance.")
        .WithDescription("kind is factorial, screening, composite or box-behnken. factors: " + ExperimentFactor.Layout)
        .DisableAntiforgery();

    private static Ok<ExperimentResource> Design(ExperimentRequest request) => TypedResults.Ok(ExperimentPlanner.Of(request));
}
