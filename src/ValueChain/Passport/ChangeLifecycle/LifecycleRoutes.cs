using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Web.Access;
using Voltloop.Passport.ReadPassport;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary><c>GET</c> and <c>POST /api/v1/passports/{id}/lifecycle</c>, and what they need.</summary>
internal static class LifecycleRoutes
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton(_ => LifecycleRules.Load());
        services.AddSingleton<LifecycleTools>();
        services.AddSingleton<LifecycleReader>();
        services.AddSingleton<NewLife>();
        services.AddSingleton<LifecycleChanger>();
        services.AddSingleton<IThingPanel, LifecycleThingPanel>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/passports/{id}/lifecycle", ReadAsync).WithName("GetLifecycle")
            .WithSummary("Status of a battery, what may follow, its predecessors and successors.");
        api.MapPost("/passports/{id}/lifecycle", ChangeAsync).WithName("ChangeLifecycle")
            .WithSummary("Takes a battery to the next step of its life, or hands it over to another operator.")
            .WithDescription("Re-use, repurposing and remanufacturing begin a new passport linked to the old one; recycling ends it.")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status410Gone);
    }

    private static async Task<EtaggedJson<LifecycleState>> ReadAsync(
        HttpContext http, RouteThingId thing, TimeParameters times, LifecycleReader reader) =>
        Etagged.Json(await reader.ReadAsync(thing.Id, times.AsOf, RequestActors.Of(http).Actor.View, http.RequestAborted));

    private static async Task<LifecycleState> ChangeAsync(RouteThingId thing, LifecycleRequest request, LifecycleChanger changer, CancellationToken cancellation) =>
        await changer.ChangeAsync(thing.Id, request, cancellation);
}
