using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>Registers who is asking.</summary>
public static class AccessRegistration
{
    /// <summary>Services of a server: the actor is that of the request.</summary>
    public static IServiceCollection AddRequestAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<IActorSource, RequestActors>();
        services.AddSingleton<TokenDesk>();
        services.AddSingleton<DeskMode>();
        services.AddSingleton(provider => new PasskeyCeremony(
            provider.GetRequiredService<IAccountStore>(), provider.GetRequiredService<IPasskeyStore>(), provider.GetRequiredService<PasskeyDesk>(),
            (provider.GetRequiredService<SessionDesk>(), provider.GetRequiredService<AccessSettings>(), provider.GetRequiredService<TimeProvider>())));
        services.AddSingleton<ActorResolver>();
        services.AddSingleton<CodeFlowDesk>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<AccessServices>();
        services.AddSingleton<AccessLogReader>();
        return services;
    }

    /// <summary>Finds the actor of each request. Comes after the pages for problems and before the routes.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app.UseMiddleware<AccessMiddleware>();
}
