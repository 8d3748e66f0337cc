using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.PlanRecall;
using Voltloop.Tracing.QueryEvents;
using Voltloop.Tracing.TraceLineage;
using Voltloop.Tracing.SubscribeToEvents;
using Voltloop.Tracing.VerifyEvents;
using Voltloop.Tracing.Web;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.Tracing;

/// <summary>Wires the room Tracing.</summary>
public sealed class TracingModule : ICapability
{
    /// <inheritdoc/>
    public string Name => "Tracing";

    /// <inheritdoc/>
    public IReadOnlyList<NavigationLink> Navigation => [new NavigationLink("Events", "/events", 40)];

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
        services.AddSingleton<EventProver>();
        services.AddSingleton<EventSignal>();
        services.AddSingleton<CaptureServices>();
        services.AddSingleton<NamedQueries>();
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<MatchingEvents>();
        services.AddSingleton<SubscriptionSocket>();
        services.AddHostedService<Deliverer>();
        services.AddSingleton<CaptureConsole>();
        services.AddSingleton<IThingPanel, EventsThingPanel>();
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var epcis = routes.MapEpcis();
        CaptureEndpoints.Map(epcis);
        QueryEndpoints.Map(epcis);
        VerifyEndpoints.Map(epcis);
        SubscriptionEndpoints.Map(epcis);
        CaptureForm.Map(routes);
        var api = routes.MapApi("Lineage");
        LineageEndpoint.Map(api);
        RecallEndpoint.Map(api);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> BuildCommands(IVerbHost host) =>
        [CaptureVerb.Build(host), EventsVerb.Build(host), TraceVerb.Build(host), RecallVerb.Build(host)];
}
