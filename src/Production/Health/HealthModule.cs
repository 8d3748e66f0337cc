using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
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
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    /// <inheritdoc/>
    public IEnumerable<Command> BuildCommands(IVerbHost host) => [];
}
