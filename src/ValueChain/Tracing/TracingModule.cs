using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.PlanRecall;
using Voltloop.Tracing.QueryEvents;
using Voltloop.Tracing.TraceLineage;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.Tracing;

/// <summary>Wires the room Tracing.</summary>
public sealed class TracingModule : ICapability
{
    /// <inheritdoc/>
    public string Name => "Tracing";

    /// <inheritdoc/>
    public IReadOnlyList<NavigationLink> Navigation => [new("Trace", "/trace", 60), new("Recall", "/recall", 61)];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddOptions<CaptureLimits>().Configure<IServiceProvider>(
            (options, provider) => provider.GetService<IConfiguration>()?.GetSection(CaptureLimits.Section).Bind(options));
        services.AddOptions<QueryOptions>().Configure<IServiceProvider>(
            (options, provider) => provider.GetService<IConfiguration>()?.GetSection(QueryOptions.Section).Bind(options));
        services.AddSingleton<CaptureDesk>();
        services.AddSingleton<QueryRunner>();
        services.AddSingleton<QueryServices>();
        services.AddSingleton<LineageIndex>();
        services.AddSingleton<LineageReader>();
        services.AddSingleton<RecallPlanner>();
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var epcis = routes.MapEpcis();
        CaptureEndpoints.Map(epcis);
        QueryEndpoints.Map(epcis);
        var api = routes.MapApi("Lineage");
        LineageEndpoint.Map(api);
        RecallEndpoint.Map(api);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> BuildCommands(IVerbHost host) => [TraceVerb.Build(host), RecallVerb.Build(host)];
}
