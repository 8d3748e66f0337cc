using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadTables;
using Voltloop.Quality.Web;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.StudyGauge;

/// <summary>The form of a gauge study.</summary>
internal static class GaugeForm
{
    /// <summary>Where a gauge study is sent.</summary>
    public const string Address = "/quality/gauge/file";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => QualityForm.Bounded(routes.MapPost(Address, (Delegate)StudyAsync)).Calculates();

    private static async Task<RazorComponentResult> StudyAsync(IFormFile file, [FromForm] GaugeFields fields, CancellationToken cancellation) =>
        QualityForm.Page<GaugeResultPage>(nameof(GaugeResultPage.Result), GaugeAnalysis.Of(DelimitedTable.Read(await file.FileAsync(cancellation), fields.Columns), fields.Request()));
}
