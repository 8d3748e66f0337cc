using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.ContainCause;
using Voltloop.Quality.DesignChart;
using Voltloop.Quality.FindCause;
using Voltloop.Quality.ReadProcessSignals;
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
        new("Control charts", "/quality/charts", 72, "Quality"),
        new("Capability", "/quality/capability", 74, "Quality"),
        new("Gauge studies", "/quality/gauge", 76, "Quality"),
        new("Root causes", "/quality/cause", 78, "Quality"),
        new("Containment", "/quality/containment", 79, "Quality"),
    ];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ProcessSignals>();
        services.AddSingleton<LineWatch>();
        services.AddSingleton<Charting>();
        services.AddSingleton<ReadingCheck>();
        services.AddSingleton<CauseFinder>();
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
        SignalEndpoints.Map(routes);
        CauseEndpoint.Map(routes);
        ContainmentEndpoints.Map(routes);
        QualityForms.Map(routes);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> BuildCommands(IVerbHost host) => [QualityVerb.Build(host)];
}
