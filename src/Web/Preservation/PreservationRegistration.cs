using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Voltloop.Record.Replication;

namespace Voltloop.Web.Preservation;

/// <summary>Registers preservation.</summary>
public static class PreservationRegistration
{
    /// <summary>Services; the host adds <see cref="IFollowDesk"/> and whatever follows and collects cosignatures.</summary>
    public static IServiceCollection AddPreservation(this IServiceCollection services, NodeStore store, PreservationSettings settings)
    {
        services.AddSingleton(store);
        services.AddSingleton(settings);
        services.AddSingleton(store.Followers);
        services.AddSingleton<FollowerBook>();
        services.AddSingleton<ReplicaProgress>();
        services.TryAddSingleton<ICosignatures, NoCosignatures>();
        services.AddSingleton<PreservationParts>();
        services.AddSingleton<PreservationDesk>();
        return services;
    }

    /// <summary>Keeps strangers out of a back-up on standby. Comes after the actor is known.</summary>
    public static IApplicationBuilder UsePreservation(this IApplicationBuilder app) => app.UseMiddleware<StandbyGate>();
}
