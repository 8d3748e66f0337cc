using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Web.Http;

namespace Voltloop.Passport.EndOperator;

/// <summary><c>GET</c> and <c>POST /api/v1/operators/{id}/end</c>, and what they need.</summary>
internal static class OperatorRoutes
{
    public static void AddServices(IServiceCollection services) => services.AddSingleton<OperatorDesk>();

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/operators/{id}/end", ReadAsync).WithName("GetOperatorEnd").WithSummary("Whether an operator has ceased to act, and how many passports name it.");
        api.MapPost("/operators/{id}/end", EndAsync).WithName("EndOperator")
            .WithSummary("States that an operator has ceased to act, and hands its passports over to a successor.")
            .WithDescription("Only the operator who runs the store may.");
    }

    private static Task<EndedOperator> ReadAsync(RouteThingId thing, OperatorDesk desk, CancellationToken cancellation) => desk.ReadAsync(thing.Id, cancellation);

    private static Task<EndedOperator> EndAsync(RouteThingId thing, EndOperatorRequest request, OperatorDesk desk, CancellationToken cancellation) =>
        desk.EndAsync(thing.Id, request, cancellation);
}
