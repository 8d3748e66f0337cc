using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Voltloop.Record.Importing;
using Voltloop.Record.Terms;
using Voltloop.Record.Telemetry;
using Voltloop.Tracing.AskHolders;
using Voltloop.Tracing.BalanceMass;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.FoldEvents;
using Voltloop.Tracing.GenerateChain;
using Voltloop.Tracing.KeepCustody;
using Voltloop.Tracing.ListKeyEvents;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Tracing.Model.KeyEvents;
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
        new("Events", "/events", 40, NavigationMenus.Chain), new("Trace", "/trace", 43, NavigationMenus.Chain), new("Recall", "/recall", 44, NavigationMenus.Chain),
        new("Mass balance", "/balance", 45, NavigationMenus.Chain), new("Custody ledger", "/custody", 46, NavigationMenus.Chain), new("Sourcing", "/sourcing", 46, NavigationMenus.Chain),
        new("Ask other organisations", "/chain", 47, NavigationMenus.Chain),
    ];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        AddSettings(services);
        services.AddSingleton(_ => KeyEventTables.Load());
        services.AddSingleton<KeyEventLookup>();
        services.AddSingleton<KeyEventGuard>();
        services.AddSingleton<OpenFindings>();
        services.AddSingleton<CaptureDesk>();
        services.AddSingleton<IFeedSink, EventFeedSink>();
        services.AddSingleton<IImporter, EpcisImporter>();
        AddFold(services);
        services.AddSingleton<QueryRunner>();
        services.AddSingleton<QueryServices>();
        services.AddSingleton<LineageStore>();
        services.AddSingleton<LineageIndex>();
        services.AddHostedService<LineageKeeper>();
        services.AddSingleton<LineageReader>();
        services.AddSingleton<SortNames>();
        services.AddSingleton<EventPlaces>();
        services.AddSingleton<RecallPlanner>();
        services.AddSingleton<EventProver>();
        services.AddSingleton<EventSignal>();
        services.AddSingleton<CaptureServices>();
        services.AddSingleton<NamedQueries>();
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<MatchingEvents>();
        services.AddSingleton<SubscriptionSocket>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<DeliveryTools>();
        services.AddHostedService<Deliverer>();
        services.AddSingleton<MassBook>();
        services.AddHostedService<MassKeeper>();
        services.AddSingleton<MassReader>();
        services.AddSingleton<BalanceSheets>();
        services.AddSingleton<BalanceReader>();
        services.AddSingleton<CustodyReader>();
        services.AddSingleton<ITourGuide, MineGuide>();
        services.AddSingleton<ILotShares, EventLotShares>();
        services.AddSingleton<SourcingReader>();
        services.AddSingleton<IExamplePart, ExampleChain>();
        services.AddSingleton<CaptureConsole>();
        ChainServices.Add(services);
        services.AddSingleton<IThingPanel, EventsThingPanel>();
        services.AddSingleton<IEvidenceLink, EventLink>();
    }

    private static void AddSettings(IServiceCollection services)
    {
        services.AddSettings<CaptureLimits>(CaptureLimits.Section);
        services.AddSettings<QueryOptions>(QueryOptions.Section);
        services.AddSettings<KeyEventPolicy>(KeyEventPolicy.Section);
        services.AddSettings<FoldPolicy>(FoldPolicy.Section);
        services.AddSettings<LineageOptions>(LineageOptions.Section);
        services.AddSettings<CustodyPolicy>(CustodyPolicy.Section);
        services.AddSettings<ExampleChainSettings>(ExampleChainSettings.Section);
        services.AddSettings<ChainSettings>(ChainSettings.Section);
        services.AddSettings<WebhookOptions>(WebhookOptions.Section);
    }

    private static void AddFold(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FoldPolicy>>().Value);
        services.AddSingleton(provider => FactTable.Load(provider.GetRequiredService<KeyEventVocabulary>(), provider.GetRequiredService<IVocabulary>()));
        services.AddSingleton<RecyclingWalk>();
        services.AddSingleton<FactReader>();
        services.AddSingleton<FoldTools>();
        services.AddSingleton<FoldAccess>();
        services.AddSingleton<EventFolder>();
        services.AddSingleton<PlainRanges>();
        services.AddSingleton<FoldParts>();
        services.AddSingleton<FoldRunner>();
        services.AddHostedService<FoldService>();
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
        KeyEventsEndpoint.Map(api);
        FoldEndpoint.Map(api);
        RecallEndpoint.Map(api);
        BalanceEndpoints.Map(routes);
        CustodyEndpoints.Map(routes);
        SourcingEndpoint.Map(routes);
        ChainEndpoints.Map(routes);
        ChainForms.Map(routes);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> BuildCommands(IVerbHost host) =>
    [
        CaptureVerb.Build(host), ExampleChainVerb.Build(), EventsVerb.Build(host), TraceVerb.Build(host), RecallVerb.Build(host), BalanceVerb.Build(host), CustodyVerb.Build(host), SourcingVerb.Build(host),
        AskVerb.Build(host), ChainVerb.Build(host),
    ];
}
