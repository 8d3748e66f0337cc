using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.Web;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.FindCause;

/// <summary>The form of a table of units.</summary>
internal static class CauseForm
{
    /// <summary>Where a table of units is sent.</summary>
    public const string Address = "/quality/cause/file";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => QualityForm.Bounded(routes.MapPost(Address, (Delegate)FindAsync)).Calculates();

    private static async Task<RazorComponentResult> FindAsync(IFormFile file, [FromForm] CauseFields fields, CauseFinder finder, CancellationToken cancellation) =>
        QualityForm.Page<CauseResultPage>(nameof(CauseResultPage.Result), await finder.OfFileAsync(await file.FileAsync(cancellation), fields.Request(), cancellation));
}
