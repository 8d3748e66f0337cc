using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Health.AnalyzeImpedance;
using Voltloop.Health.BenchmarkMethods;
using Voltloop.Health.CheckMonitors;
using Voltloop.Health.CheckPacks;
using Voltloop.Health.CompareCells;
using Voltloop.Health.EstimateCharge;
using Voltloop.Health.EstimateHealth;
using Voltloop.Health.FindModes;
using Voltloop.Health.FitFade;
using Voltloop.Health.FollowAssets;
using Voltloop.Health.ForecastLife;
using Voltloop.Health.GradeSecondLife;
using Voltloop.Health.ImportCapacityTables;
using Voltloop.Health.ImportTimeSeries;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Health.Model.Packs;
using Voltloop.Health.ReadPacks;
using Voltloop.Health.ReadSeries;
using Voltloop.Health.ShowCapacity;
using Voltloop.Health.ShowCycles;
using Voltloop.Health.ShowFleet;
using Voltloop.Health.ShowHealth;
using Voltloop.Health.ShowSlowCycles;
using Voltloop.Health.ShowWindow;
using Voltloop.Health.SimulateCell;
using Voltloop.Health.SimulatePack;
using Voltloop.Health.ValidateBdf;
using Voltloop.Health.Web;
using Voltloop.Record.Importing;
using Voltloop.Web.Composition;

namespace Voltloop.Health;

/// <summary>Wires the room Health.</summary>
public sealed class HealthModule : ICapability
{
    /// <inheritdoc/>
    public string Name => "Health";

    /// <inheritdoc/>
    public IReadOnlyList<NavigationLink> Navigation =>
    [
        new("Compare batteries", "/health/compare", 55, NavigationMenus.Batteries),
        new("Fleet", "/health/fleet", 55, NavigationMenus.Batteries),
        new("Pack bench", PackForm.Page, 62, NavigationMenus.Batteries),
        new("Grading bench", GradingForm.Page, 60, NavigationMenus.Batteries), new("Model benchmark", "/health/benchmarks", 65, NavigationMenus.Batteries),
        new("Telemetry", "/telemetry", 55, NavigationMenus.Batteries),
        new("Check of monitors", "/health/monitors", 62, NavigationMenus.Batteries),
        new("Validate BDF", "/bdf", 90, NavigationMenus.Batteries), new("Impedance", "/impedance", 95, NavigationMenus.Batteries),
        new("Cell model", SimulationEndpoint.Page, 96, NavigationMenus.Batteries),
    ];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IImporter, CapacityTableImporter>();
        // Before the time series: a table of cells has a time and a current too.
        services.AddSingleton<IImporter, PackImporter>();
        services.AddSingleton<IImporter, TimeSeriesImporter>();
        services.AddSingleton<PackDesk>();
        services.AddSingleton<ResultShelf<PackReport>>();
        services.AddSingleton<ResultShelf<PackSimulation>>();
        BenchmarkServices.Add(services);
        TelemetryServices.Add(services);
        services.AddSingleton<ChargeEstimator>();
        services.AddSingleton<AgeingEstimator>();
        services.AddSingleton<SpectrumKeeper>();
        services.AddSingleton<ForecastKeeper>();
        services.AddScoped<GradeKeeper>();
        services.AddSingleton<CellsInside>();
        services.AddSingleton<RecordGrader>();
        services.AddSingleton<IExamplePart, ReturnedExample>();
        services.AddSingleton<ITourGuide, AgeingGuide>();
        services.AddSingleton<ITourGuide, ReturnedGuide>();
        services.AddSingleton<WindowDesk>();
        services.AddSingleton<CycleReader>();
        services.AddSingleton<SlowCycleReader>();
        services.AddScoped<CompareReader>();
        services.AddSingleton<ModesEstimator>();
        services.AddSingleton<FadeReader>();
        services.AddSingleton<IThingAside, MeasurementsAside>();
        services.AddSingleton(_ => GradeReference.Of(GradeReference.Shipped)).AddSingleton<GradingDesk>().AddSingleton<GradingBench>();
        services.AddSingleton<IThingPanel, HealthThingPanel>();
        services.AddSingleton<IThingPanel, ChargeThingPanel>();
        services.AddSingleton<IThingPanel, ForecastThingPanel>();
        services.AddSingleton<IThingPanel, TelemetryThingPanel>();
        services.AddSingleton<IOverviewPanel, FleetOverviewPanel>();
        services.AddSingleton<IOverviewPanel, AttentionOverviewPanel>();
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        CapacityEndpoint.Map(routes);
        SeriesEndpoints.Map(routes);
        WindowEndpoints.Map(routes);
        CyclesEndpoint.Map(routes);
        SlowCycleEndpoints.Map(routes);
        CompareEndpoints.Map(routes);
        ModesEndpoints.Map(routes);
        FadeEndpoints.Map(routes);
        MonitorEndpoint.Map(routes);
        FleetEndpoint.Map(routes);
        BenchmarkEndpoint.Map(routes);
        BdfEndpoint.Map(routes);
        ChargeEndpoints.Map(routes);
        ImpedanceEndpoint.Map(routes);
        SimulationEndpoint.Map(routes);
        AgeingEndpoints.Map(routes);
        ForecastEndpoint.Map(routes);
        GradingEndpoint.Map(routes);
        GradingForm.Map(routes);
        IngestEndpoint.Map(routes);
        AssetEndpoints.Map(routes);
        PackEndpoints.Map(routes);
        PackForm.Map(routes);
        PackSimulationEndpoint.Map(routes);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> BuildCommands(IVerbHost host) =>
    [
        HealthVerb.Build(host),
        BdfVerb.Build(host),
        TelemetryVerb.Build(host),
    ];
}
