using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.AnalyseExperiment;
using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.DesignExperiment;
using Voltloop.Quality.ReadTables;
using Voltloop.Quality.StackTolerances;
using Voltloop.Quality.StudyGauge;
using Voltloop.Record.Importing;

namespace Voltloop.Quality.Web;

/// <summary>The forms of the pages that take a table.</summary>
internal static class QualityForms
{
    /// <summary>Where a table to chart is sent.</summary>
    public const string Charts = "/quality/charts/file";

    /// <summary>Where a table to judge is sent.</summary>
    public const string Capability = "/quality/capability/file";

    /// <summary>Where a gauge study is sent.</summary>
    public const string Gauge = "/quality/gauge/file";

    /// <summary>Where a stack of tolerances is sent.</summary>
    public const string Stack = "/quality/stack/table";

    /// <summary>Where a plan of runs is asked for.</summary>
    public const string Design = "/quality/doe/design";

    /// <summary>Where runs with their responses are sent.</summary>
    public const string Analysis = "/quality/doe/analysis";

    private const long MaxForm = DelimitedTable.MaxBytes + (1024 * 1024);

    /// <summary>Maps the forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Bounded(routes.MapPost(Charts, (Delegate)ChartAsync));
        Bounded(routes.MapPost(Capability, (Delegate)AssessAsync));
        Bounded(routes.MapPost(Gauge, (Delegate)StudyAsync));
        Bounded(routes.MapPost(Stack, (Delegate)StackAsync));
        Bounded(routes.MapPost(Design, (Delegate)PlanRuns));
        Bounded(routes.MapPost(Analysis, (Delegate)AnalyseAsync));
    }

    private static void Bounded(RouteHandlerBuilder route) =>
        route.WithMetadata(new RequestSizeLimitAttribute(MaxForm), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxForm }).ExcludeFromDescription();

    private static async Task<RazorComponentResult> ChartAsync(IFormFile file, [FromForm] ChartFields fields, CancellationToken cancellation) =>
        Page<ChartResultPage>(nameof(ChartResultPage.Result), Charting.OfFile(await ReadAsync(file, cancellation), fields.Request()));

    private static async Task<RazorComponentResult> AssessAsync(IFormFile file, [FromForm] CapabilityFields fields, CancellationToken cancellation) =>
        Page<CapabilityResultPage>(nameof(CapabilityResultPage.Result), CapabilityEndpoint.OfFile(await ReadAsync(file, cancellation), fields.Request()));

    private static async Task<RazorComponentResult> StudyAsync(IFormFile file, [FromForm] string? tolerance, [FromForm] string? method, CancellationToken cancellation) =>
        Page<GaugeResultPage>(nameof(GaugeResultPage.Result), GaugeAnalysis.Of(DelimitedTable.Read(await ReadAsync(file, cancellation)), new GaugeRequest(FormNumber.Of(tolerance, "tolerance"), method)));

    private static async Task<RazorComponentResult> StackAsync(IFormFile? file, [FromForm] StackFields fields, LiveValues live, CancellationToken cancellation)
    {
        var source = file is { Length: > 0 } ? await ReadAsync(file, cancellation) : null;
        var table = source is not null ? DelimitedTable.Read(source) : DelimitedTable.Parse("lines", fields.Rows ?? "");
        var result = StackAnalysis.Of(table, fields.Request(), await live.OfAsync(table, cancellation));
        if (source is not null) fields.Rows = System.Text.Encoding.UTF8.GetString(source.Bytes.Span);
        return new RazorComponentResult(typeof(StackResultPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(StackResultPage.Result)] = result, [nameof(StackResultPage.Typed)] = fields });
    }

    private static RazorComponentResult PlanRuns([FromForm] DesignFields fields) => Page<DesignResultPage>(nameof(DesignResultPage.Result), ExperimentPlanner.Of(fields.Request()));

    private static async Task<RazorComponentResult> AnalyseAsync(IFormFile? file, [FromForm] AnalysisFields fields, CancellationToken cancellation)
    {
        var source = file is { Length: > 0 } ? await ReadAsync(file, cancellation) : null;
        if (source is not null) fields.Runs = System.Text.Encoding.UTF8.GetString(source.Bytes.Span);
        var result = ExperimentAnalysis.Of(source is not null ? DelimitedTable.Read(source) : DelimitedTable.Parse("lines", fields.Runs ?? ""), new AnalysisRequest(fields.Response, fields.Model));
        return new RazorComponentResult(typeof(AnalysisResultPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(AnalysisResultPage.Result)] = result, [nameof(AnalysisResultPage.Typed)] = fields });
    }

    private static async Task<ImportSource> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        return await ImportIntake.ReadAsync(Path.GetFileName(file.FileName), content, cancellation);
    }

    private static RazorComponentResult Page<TPage>(string parameter, object result)
        where TPage : IComponent => new(typeof(TPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = result });
}
