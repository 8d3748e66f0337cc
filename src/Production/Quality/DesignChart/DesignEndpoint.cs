using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.DesignChart;

/// <summary>Designs over HTTP.</summary>
internal static class DesignEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Quality")
        .MapPost("/quality/designs", (DesignRequest request) => TypedResults.Ok(DesignResource.Of(request)))
        .WithName("DesignChart").Calculates()
        .WithSummary("Finds the limit of a chart for an average run length in control or for a budget of false alarms, and says how soon shifts are seen.")
        .WithDescription("Body: {\"chart\":\"ewma\",\"lambda\":0.1,\"arl0\":500}; {\"chart\":\"mewma\",\"variables\":4,\"lambda\":0.1,\"arl0\":200}; or rules to judge: {\"rules\":\"nelson\"}; or a budget: {\"chart\":\"ewma\",\"charts\":24,\"pointsPerDay\":340,\"alarmsPerDay\":1}.")
        .DisableAntiforgery();
}
