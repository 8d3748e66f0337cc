using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.Web;
using Voltloop.Web.Access;

namespace Voltloop.Quality.DesignExperiment;

/// <summary>The form of a plan of runs.</summary>
internal static class ExperimentForm
{
    /// <summary>Where a plan of runs is asked for.</summary>
    public const string Address = "/quality/doe/design";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => QualityForm.Bounded(routes.MapPost(Address, (Delegate)PlanRuns)).Calculates();

    private static RazorComponentResult PlanRuns([FromForm] DesignFields fields) => QualityForm.Page<DesignResultPage>(nameof(DesignResultPage.Result), ExperimentPlanner.Of(fields.Request()));
}
