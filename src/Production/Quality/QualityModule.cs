using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Quality.AnalyseExperiment;
using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.CompareExperts;
using Voltloop.Quality.ContainCause;
using Voltloop.Quality.DesignChart;
using Voltloop.Quality.DesignExperiment;
using Voltloop.Quality.FindCause;
using Voltloop.Quality.KeepControlPlan;
using Voltloop.Quality.LearnStructure;
using Voltloop.Quality.MonitorProcess;
using Voltloop.Quality.PredictQuality;
using Voltloop.Quality.ReadProcessSignals;
using Voltloop.Quality.StackTolerances;
using Voltloop.Quality.StudyGauge;
using Voltloop.Quality.Web;
using Voltloop.Web.Composition;

namespace Voltloop.Quality;

/// <summary>Wires the room Quality.</summary>
public sealed class QualityModule : ICapability
{
    /// <inheritdoc/>
    public string Name => "Quality";

    /// <inheritdoc/>
    public IReadOnlyList<NavigationLink> Navigation =>
    [
        new("Line", "/quality", 70, "Quality"),
        new("Control charts", "/quality/charts", 71, "Quality"),
        new("Many signals", "/quality/monitor", 72, "Quality"),
        new("Root causes", "/quality/cause", 73, "Quality"),
        new("Structure of the line", "/quality/structure", 81, "Quality"),
        new("Failure analyses", "/quality/fmea", 82, "Quality"),
        new("Containment", "/quality/containment", 74, "Quality"),
        new("Capability", "/quality/capability", 75, "Quality"),
        new("Control plans", "/quality/plan", 76, "Quality"),
        new("Gauge studies", "/quality/gauge", 77, "Quality"),
        new("Virtual gate", "/quality/gate", 78, "Quality"),
        new("Tolerances", "/quality/stack", 79, "Quality"),
        new("Experiments", "/quality/doe", 80, "Quality"),
    ];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ProcessSignals>();
        services.AddSingleton<LineWatch>();
        services.AddSingleton<ITourGuide, DriftGuide>();
        services.AddSingleton<Charting>();
        services.AddSingleton<KeepOnMachine.KeptOnMachine>();
        services.AddSingleton<ControlPlans>();
        services.AddSingleton<SignalCapability>();
        services.AddSingleton<Monitoring>();
        services.AddSingleton<LiveValues>();
        services.AddSingleton<ReadingCheck>();
        services.AddSingleton<CauseFinder>();
        services.AddSingleton<ExpertKnowledge>();
        services.AddSingleton<FindingAuthor>();
        services.AddSingleton<ContainmentDesk>();
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ChartEndpoint.Map(routes);
        DesignEndpoint.Map(routes);
        CapabilityEndpoint.Map(routes);
        GaugeEndpoint.Map(routes);
        GateEndpoint.Map(routes);
        PlanEndpoints.Map(routes);
        StackEndpoint.Map(routes);
        ExperimentEndpoint.Map(routes);
        AnalysisEndpoint.Map(routes);
        SignalEndpoints.Map(routes);
        MonitorEndpoint.Map(routes);
        CauseEndpoint.Map(routes);
        StructureEndpoint.Map(routes);
        FmeaEndpoints.Map(routes);
        ContainmentEndpoints.Map(routes);
        MapForms(routes);
        StructureForms.Map(routes);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> BuildCommands(IVerbHost host) => [QualityVerb.Build(host)];

    private static void MapForms(IEndpointRouteBuilder routes)
    {
        ChartForm.Map(routes);
        CapabilityForm.Map(routes);
        GaugeForm.Map(routes);
        GateForm.Map(routes);
        PlanForm.Map(routes);
        MonitorForm.Map(routes);
        StackForm.Map(routes);
        ExperimentForm.Map(routes);
        AnalysisForm.Map(routes);
        CauseForm.Map(routes);
        ContainmentForm.Map(routes);
    }
}
