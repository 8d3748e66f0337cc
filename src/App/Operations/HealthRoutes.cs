using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Voltloop.App.Operations;

/// <summary>What a supervisor asks: is the process alive, and may it be sent work? Answers name states and nothing of what is in the record.</summary>
internal static class HealthRoutes
{
    /// <summary>Alive: the process answers.</summary>
    public const string Alive = "/healthz";

    /// <summary>Ready: what it needs is there.</summary>
    public const string Ready = "/readyz";

    /// <summary>Registers the checks.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreCheck>("store").AddCheck<FeedCheck>("broker");
        return services;
    }

    /// <summary>Maps the routes.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Alive, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json";
        var checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = Word(entry.Value.Status), says = entry.Value.Description }, StringComparer.Ordinal);
        return http.Response.WriteAsync(JsonSerializer.Serialize(new { status = Word(report.Status), checks }));
    }

    private static string Word(HealthStatus status) => status switch { HealthStatus.Healthy => "ready", HealthStatus.Degraded => "degraded", _ => "not-ready" };
}
