using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Time;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ComposeBattery;

/// <summary><c>GET /api/v1/passports/{id}/structure</c> and <c>POST .../components</c>, and what they need.</summary>
internal static class StructureRoutes
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<CompositionPlanner>();
        services.AddSingleton<Composer>();
        services.AddSingleton<StructureReader>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/passports/{id}/structure", ReadAsync).WithName("GetBatteryStructure")
            .WithSummary("What a battery is made of: pack, modules, cells, each resolved from its own passport.");
        api.MapPost("/passports/{id}/components", ComposeAsync).WithName("ComposeBattery")
            .WithSummary("Puts batteries into another or takes them out; each keeps its own passport.")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status410Gone);
    }

    private static async Task<EtaggedJson<BatteryNode>> ReadAsync(HttpContext http, RouteThingId thing, TimeParameters times, int? depth)
    {
        var reader = http.RequestServices.GetRequiredService<StructureReader>();
        return Etagged.Json(await reader.ReadAsync(thing.Id, StructureQuery.Of(depth, times.AsOf, RequestActors.Of(http).Actor.View), http.RequestAborted));
    }

    private static async Task<BatteryNode> ComposeAsync(HttpContext http, RouteThingId thing, ComposeRequest request, Composer composer)
    {
        await composer.ComposeAsync(thing.Id, request, http.RequestAborted);
        var reader = http.RequestServices.GetRequiredService<StructureReader>();
        return await reader.ReadAsync(thing.Id, StructureQuery.Of(null, AsOf.Latest, AudiencePolicy.Operator), http.RequestAborted);
    }
}
