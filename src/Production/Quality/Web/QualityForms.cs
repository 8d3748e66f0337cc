using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.ContainCause;
using Voltloop.Quality.FindCause;
using Voltloop.Quality.ReadTables;
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

    /// <summary>Where a table of units is sent.</summary>
    public const string Cause = "/quality/cause/file";

    /// <summary>Where causes of the record are written back.</summary>
    public const string Keep = "/quality/cause/keep";

    private const long MaxForm = DelimitedTable.MaxBytes + (1024 * 1024);

    /// <summary>Maps the forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Bounded(routes.MapPost(Charts, (Delegate)ChartAsync));
        Bounded(routes.MapPost(Capability, (Delegate)AssessAsync));
        Bounded(routes.MapPost(Gauge, (Delegate)StudyAsync));
        Bounded(routes.MapPost(Cause, (Delegate)FindAsync));
        routes.MapPost(Keep, KeepAsync).ExcludeFromDescription();
    }

    private static void Bounded(RouteHandlerBuilder route) =>
        route.WithMetadata(new RequestSizeLimitAttribute(MaxForm), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxForm }).ExcludeFromDescription();

    private static async Task<RazorComponentResult> ChartAsync(IFormFile file, [FromForm] ChartFields fields, CancellationToken cancellation) =>
        Page<ChartResultPage>(nameof(ChartResultPage.Result), Charting.OfFile(await ReadAsync(file, cancellation), fields.Request()));

    private static async Task<RazorComponentResult> AssessAsync(IFormFile file, [FromForm] CapabilityFields fields, CancellationToken cancellation) =>
        Page<CapabilityResultPage>(nameof(CapabilityResultPage.Result), CapabilityEndpoint.OfFile(await ReadAsync(file, cancellation), fields.Request()));

    private static async Task<RazorComponentResult> StudyAsync(IFormFile file, [FromForm] string? tolerance, [FromForm] string? method, CancellationToken cancellation) =>
        Page<GaugeResultPage>(nameof(GaugeResultPage.Result), GaugeAnalysis.Of(DelimitedTable.Read(await ReadAsync(file, cancellation)), new GaugeRequest(FormNumber.Of(tolerance, "tolerance"), method)));

    private static async Task<RazorComponentResult> FindAsync(IFormFile file, [FromForm] CauseFields fields, CauseFinder finder, CancellationToken cancellation) =>
        Page<CauseResultPage>(nameof(CauseResultPage.Result), await finder.OfFileAsync(await ReadAsync(file, cancellation), fields.Request(), cancellation));

    private static async Task<RedirectHttpResult> KeepAsync([FromForm] CauseFields fields, CauseFinder finder, ContainmentDesk desk, CancellationToken cancellation)
    {
        await desk.KeepAsync(await finder.OfRecordAsync(fields.Request(), cancellation), cancellation);
        return TypedResults.LocalRedirect("/quality/containment");
    }

    private static async Task<ImportSource> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        return await ImportIntake.ReadAsync(Path.GetFileName(file.FileName), content, cancellation);
    }

    private static RazorComponentResult Page<TPage>(string parameter, object result)
        where TPage : IComponent => new(typeof(TPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = result });
}
