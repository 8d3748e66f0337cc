using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.Web;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.ChartCharacteristic;

/// <summary>The form of a table to chart.</summary>
internal static class ChartForm
{
    /// <summary>Where a table to chart is sent.</summary>
    public const string Address = "/quality/charts/file";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => QualityForm.Bounded(routes.MapPost(Address, (Delegate)ChartAsync)).Calculates();

    private static async Task<RazorComponentResult> ChartAsync(IFormFile file, [FromForm] ChartFields fields, CancellationToken cancellation) =>
        QualityForm.Page<ChartResultPage>(nameof(ChartResultPage.Result), Charting.OfFile(await file.FileAsync(cancellation), fields.Request()));
}
