using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.Web;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.AssessCapability;

/// <summary>The form of a table to judge.</summary>
internal static class CapabilityForm
{
    /// <summary>Where a table to judge is sent.</summary>
    public const string Address = "/quality/capability/file";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => QualityForm.Bounded(routes.MapPost(Address, (Delegate)AssessAsync)).Calculates();

    private static async Task<RazorComponentResult> AssessAsync(IFormFile file, [FromForm] CapabilityFields fields, CancellationToken cancellation) =>
        QualityForm.Page<CapabilityResultPage>(nameof(CapabilityResultPage.Result), CapabilityEndpoint.OfFile(await file.FileAsync(cancellation), fields.Request()));
}
