using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Http;

namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>Signals of machines over HTTP.</summary>
internal static class SignalEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Quality");
        api.MapGet("/quality/signals", async (ProcessSignals signals, [AsParameters] SignalRequest request, CancellationToken cancellation) => TypedResults.Ok(await signals.ReadAsync(request, cancellation)))
            .WithName("GetProcessSignal")
            .WithSummary("What a sensor of a machine read, from the events of the record.")
            .WithDescription("machine is the read point, signal the type of the sensor report (SurfaceDensity, Length, Temperature, Pressure), from and before are moments of up to 31 days.");
        api.MapGet("/quality/line", async (LineWatch watch, DateOnly day, double? budget, CancellationToken cancellation) => TypedResults.Ok(await watch.WatchAsync(day, budget ?? LineWatch.UsualBudget, cancellation)))
            .WithName("GetQualityLine")
            .WithSummary("All characteristics of the line on a day: what is out, what drifts, and the joint budget of false alarms.");
    }
}
