using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Health.ImportCapacityTables;
using Voltloop.Health.ImportTimeSeries;
using Voltloop.Record.Importing;
using Voltloop.Web.Composition;

namespace Voltloop.Health;

/// <summary>Wires the room Health.</summary>
public sealed class HealthModule : ICapability
{
    /// <inheritdoc/>
    public string Name => "Health";

    /// <inheritdoc/>
    public IReadOnlyList<NavigationLink> Navigation => [];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IImporter, CapacityTableImporter>();
        services.AddSingleton<IImporter, TimeSeriesImporter>();
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    /// <inheritdoc/>
    public IEnumerable<Command> BuildCommands(IVerbHost host) => [];
}
