using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Voltloop.Web.Composition;

/// <summary>A room of the house: its services, routes, commands and pages. The only wiring between a room and App.</summary>
public interface ICapability
{
    /// <summary>Name of the room, as its folder.</summary>
    string Name { get; }

    /// <summary>Links of the main navigation that the room adds.</summary>
    IReadOnlyList<NavigationLink> Navigation { get; }

    /// <summary>Registers services: importers, panels, queries.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Maps HTTP routes and page fragments. Razor pages are found by their <c>@page</c> directive.</summary>
    void MapRoutes(IEndpointRouteBuilder routes);

    /// <summary>Verbs of the command line.</summary>
    IEnumerable<Command> BuildCommands(IVerbHost host);
}
