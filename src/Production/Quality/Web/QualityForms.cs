using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.AnalyseExperiment;
using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.ContainCause;
using Voltloop.Quality.DesignExperiment;
using Voltloop.Quality.FindCause;
using Voltloop.Quality.KeepControlPlan;
using Voltloop.Quality.MonitorProcess;
using Voltloop.Quality.PredictQuality;
using Voltloop.Quality.ReadTables;
using Voltloop.Quality.StackTolerances;
using Voltloop.Quality.StudyGauge;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Formatting;

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

    /// <summary>Where a table of a virtual gate is sent.</summary>
    public const string Gate = "/quality/gate/file";

    /// <summary>Where a control plan is sent.</summary>
    public const string Plan = "/quality/plan/file";

    /// <summary>Where tables of many signals are sent.</summary>
    public const string Monitor = "/quality/monitor/files";

    /// <summary>Where a stack of tolerances is sent.</summary>
    public const string Stack = "/quality/stack/table";

    /// <summary>Where a plan of runs is asked for.</summary>
    public const string Design = "/quality/doe/design";

    /// <summary>Where runs with their responses are sent.</summary>
    public const string Analysis = "/quality/doe/analysis";

    private const int MostTables = 3;

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
        Bounded(routes.MapPost(Gate, (Delegate)PredictAsync));
        Bounded(routes.MapPost(Plan, (Delegate)PlanAsync));
        Bounded(routes.MapPost(Monitor, (Delegate)MonitorAsync), MostTables);
        Bounded(routes.MapPost(Stack, (Delegate)StackAsync));
        Bounded(routes.MapPost(Design, (Delegate)PlanRuns));
        Bounded(routes.MapPost(Analysis, (Delegate)AnalyseAsync));
        Bounded(routes.MapPost(Cause, (Delegate)FindAsync));
        routes.MapPost(Keep, KeepAsync).ExcludeFromDescription();
    }

    private static void Bounded(RouteHandlerBuilder route, int tables = 1) =>
        route.WithMetadata(new RequestSizeLimitAttribute(tables * MaxForm), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = tables * MaxForm }).ExcludeFromDescription();

    private static async Task<RazorComponentResult> ChartAsync(IFormFile file, [FromForm] ChartFields fields, CancellationToken cancellation) =>
        Page<ChartResultPage>(nameof(ChartResultPage.Result), Charting.OfFile(await ReadAsync(file, cancellation), fields.Request()));

    private static async Task<RazorComponentResult> AssessAsync(IFormFile file, [FromForm] CapabilityFields fields, CancellationToken cancellation) =>
        Page<CapabilityResultPage>(nameof(CapabilityResultPage.Result), CapabilityEndpoint.OfFile(await ReadAsync(file, cancellation), fields.Request()));

    private static async Task<RazorComponentResult> StudyAsync(IFormFile file, [FromForm] GaugeFields fields, CancellationToken cancellation) =>
        Page<GaugeResultPage>(nameof(GaugeResultPage.Result), GaugeAnalysis.Of(DelimitedTable.Read(await ReadAsync(file, cancellation), fields.Columns), fields.Request()));

    private static async Task<RazorComponentResult> PredictAsync(IFormFile file, [FromForm] GateFields fields, CancellationToken cancellation) =>
        Page<GateResultPage>(nameof(GateResultPage.Result), GateEndpoint.OfFile(await ReadAsync(file, cancellation), fields.Request(), cancellation));

    private static async Task<RedirectHttpResult> PlanAsync(IFormFile file, [FromForm] string machine, ControlPlans plans, IActorSource actors, CancellationToken cancellation)
    {
        var plan = PlanReader.Read(DelimitedTable.Read(await ReadAsync(file, cancellation)));
        await plans.KeepAsync(machine, plan, ImportRequest.IssuerOf(actors.Current.Actor), CancellationToken.None);
        return TypedResults.LocalRedirect("/quality/plan?" + LinkQuery.Of(("machine", machine)));
    }

    private static async Task<RazorComponentResult> MonitorAsync(IFormFile train, IFormFile test, IFormFile? calibrate, [FromForm] MonitorFields fields, CancellationToken cancellation)
    {
        var files = (await ReadAsync(train, cancellation), await ReadAsync(test, cancellation), calibrate is { Length: > 0 } ? await ReadAsync(calibrate, cancellation) : null);
        return Page<MonitorResultPage>(nameof(MonitorResultPage.Result), Monitoring.OfFiles(files, fields.Request()));
    }

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
