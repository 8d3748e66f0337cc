using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Passport.ChangeLifecycle;
using Voltloop.Passport.AssessReadiness;
using Voltloop.Passport.CheckCompleteness;
using Voltloop.Passport.ComposeBattery;
using Voltloop.Passport.CreatePassport;
using Voltloop.Passport.Dialects;
using Voltloop.Passport.EndOperator;
using Voltloop.Passport.EstimateCosts;
using Voltloop.Passport.ExportPassport;
using Voltloop.Passport.ImportPayload;
using Voltloop.Passport.ImportSpreadsheet;
using Voltloop.Passport.ImportVoltloop;
using Voltloop.Passport.ListChanges;
using Voltloop.Passport.ProvePassport;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.RegisterPassport;
using Voltloop.Passport.RenderCarrier;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Passport.ResolveDigitalLink;
using Voltloop.Passport.Web;
using Voltloop.Record.Importing;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.Passport;

/// <summary>Wires the room Passport.</summary>
public sealed class PassportModule : ICapability
{
    /// <inheritdoc/>
    public string Name => "Passport";

    /// <inheritdoc/>
    public IReadOnlyList<NavigationLink> Navigation => 
    [
        new("Models", "/models", 30, NavigationMenus.Batteries), new("Readiness", "/readiness", 35, NavigationMenus.Batteries), new("Costs", "/costs", 80, NavigationMenus.Batteries),
    ];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSettings<PassportOptions>(PassportOptions.Section);
        services.AddSingleton<DialectCatalog>(provider => DialectCatalog.Load(provider.GetRequiredService<Record.Terms.IVocabulary>()));
        services.AddSingleton<IImporter, PayloadImporter>();
        services.AddSingleton<IImporter, VoltloopImporter>();
        services.AddSingleton<IImporter, SpreadsheetImporter>();
        services.AddSingleton<SheetTemplate>();
        services.AddSingleton<PassportReader>();
        services.AddSingleton<PassportExporter>();
        services.AddSingleton<PassportProver>();
        services.AddSingleton<CompletenessReader>();
        services.AddSingleton<ReadinessReader>();
        services.AddSingleton<CostReader>();
        services.AddSingleton<PassportCreator>();
        services.AddSingleton<CarrierRenderer>();
        services.AddSingleton<LanguageCatalog>(_ => LanguageCatalog.Load());
        services.AddSingleton<Resolver>();
        services.AddSingleton<LabelReader>();
        services.AddSingleton<RegistryReader>();
        services.AddSingleton<RegistryDesk>();
        services.AddSingleton<PassportCache>();
        services.AddSingleton(Services);
        services.AddSingleton<IThingPanel, PassportThingPanel>();
        services.AddSingleton<IThingPanel, CompletenessThingPanel>();
        services.AddSingleton<IThingAside, CarrierThingAside>();
        services.AddSingleton<Speaker>();
        En18222Routes.AddServices(services);
        LifecycleRoutes.AddServices(services);
        StructureRoutes.AddServices(services);
        OperatorRoutes.AddServices(services);
    }

    private static PassportServices Services(IServiceProvider provider) => new(
        provider.GetRequiredService<PassportReader>(),
        provider.GetRequiredService<PassportExporter>(),
        provider.GetRequiredService<CompletenessReader>())
    {
        Cache = provider.GetRequiredService<PassportCache>(),
    };

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Passport");
        CreatePassportEndpoint.Map(api);
        ReadPassportEndpoint.Map(api);
        ExportPassportEndpoint.Map(api);
        TemplateEndpoint.Map(api);
        ProvePassportEndpoint.Map(api);
        CompletenessEndpoint.Map(api);
        ReadinessEndpoint.Map(api);
        CostEndpoints.Map(api);
        RegistryEndpoints.Map(api);
        CarrierEndpoints.Map(api);
        LifecycleRoutes.Map(api);
        StructureRoutes.Map(api);
        OperatorRoutes.Map(api);
        LifecycleFormRoutes.Map(routes);
        En18222Routes.Map(routes);
        ResolverEndpoints.Map(routes);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> BuildCommands(IVerbHost host) =>
    [
        ShowVerb.Build(host), ExportVerb.Build(host), CompletenessVerb.Build(host), LifecycleVerb.Build(host), ChangesVerb.Build(host),
        StructureVerbs.BuildStructure(host), StructureVerbs.BuildCompose(host), OperatorGoneVerb.Build(host),
        ReadinessVerb.Build(host), LabelsVerb.Build(host), TemplateVerb.Build(host), RegistryVerb.Build(host), CostsVerb.Build(host),
    ];
}
