using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.KeepControlPlan;
using Voltloop.Quality.MonitorProcess;
using Voltloop.Quality.PredictQuality;
using Voltloop.Quality.ReadTables;
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

    private const int MostTables = 3;

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

    private static async Task<ImportSource> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        return await ImportIntake.ReadAsync(Path.GetFileName(file.FileName), content, cancellation);
    }

    private static RazorComponentResult Page<TPage>(string parameter, object result)
        where TPage : IComponent => new(typeof(TPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = result });
}
