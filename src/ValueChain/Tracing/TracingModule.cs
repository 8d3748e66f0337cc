using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Tracing.AskHolders;
using Voltloop.Tracing.BalanceMass;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Tracing.PlanRecall;
using Voltloop.Tracing.QueryEvents;
using Voltloop.Tracing.SourceResponsibly;
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
    public IReadOnlyList<NavigationLink> Navigation =>
    [
        new NavigationLink("Events", "/events", 40), new NavigationLink("Trace", "/trace", 43), new NavigationLink("Recall", "/recall", 44), new NavigationLink("Balance", "/balance", 45), new NavigationLink("Chain", "/chain", 46),
    ];

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
        services.AddOptions<CustodyPolicy>().Configure<IServiceProvider>(
            (options, provider) => provider.GetService<IConfiguration>()?.GetSection(CustodyPolicy.Section).Bind(options));
        services.AddSingleton<BalanceReader>();
        services.AddSingleton<ILotShares, EventLotShares>();
        services.AddSingleton<SourcingReader>();
        services.AddSingleton<CaptureConsole>();
        ChainServices.Add(services);
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
        BalanceEndpoints.Map(routes);
        SourcingEndpoint.Map(routes);
        ChainEndpoints.Map(routes);
        ChainForms.Map(routes);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> BuildCommands(IVerbHost host) =>
    [
        CaptureVerb.Build(host), EventsVerb.Build(host), TraceVerb.Build(host), RecallVerb.Build(host), BalanceVerb.Build(host), SourcingVerb.Build(host), AskVerb.Build(host), ChainVerb.Build(host),
    ];
}
