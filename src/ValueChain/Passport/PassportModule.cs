using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Web.Composition;

namespace Voltloop.Passport;

/// <summary>Wires the room Passport.</summary>
public sealed class PassportModule : ICapability
{
    /// <inheritdoc/>
    public string Name => "Passport";

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
