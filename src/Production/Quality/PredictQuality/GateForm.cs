using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.Web;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.PredictQuality;

/// <summary>The form of a virtual gate.</summary>
internal static class GateForm
{
    /// <summary>Where a table of a virtual gate is sent.</summary>
    public const string Address = "/quality/gate/file";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => QualityForm.Bounded(routes.MapPost(Address, (Delegate)PredictAsync)).Calculates();

    private static async Task<RazorComponentResult> PredictAsync(IFormFile file, [FromForm] GateFields fields, CancellationToken cancellation) =>
        QualityForm.Page<GateResultPage>(nameof(GateResultPage.Result), GateEndpoint.OfFile(await file.FileAsync(cancellation), fields.Request(), cancellation));
}
