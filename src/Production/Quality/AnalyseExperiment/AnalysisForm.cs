using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadTables;
using Voltloop.Quality.Web;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.AnalyseExperiment;

/// <summary>The form of runs with their responses.</summary>
internal static class AnalysisForm
{
    /// <summary>Where runs with their responses are sent.</summary>
    public const string Address = "/quality/doe/analysis";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => QualityForm.Bounded(routes.MapPost(Address, (Delegate)AnalyseAsync)).Calculates();

    private static async Task<RazorComponentResult> AnalyseAsync(IFormFile? file, [FromForm] AnalysisFields fields, CancellationToken cancellation)
    {
        var source = await file.FileOrNullAsync(cancellation);
        if (source is not null) fields.Runs = System.Text.Encoding.UTF8.GetString(source.Bytes.Span);
        var result = ExperimentAnalysis.Of(source is not null ? DelimitedTable.Read(source) : DelimitedTable.Parse("lines", fields.Runs ?? ""), new AnalysisRequest(fields.Response, fields.Model));
        return new RazorComponentResult(typeof(AnalysisResultPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(AnalysisResultPage.Result)] = result, [nameof(AnalysisResultPage.Typed)] = fields });
    }
}
