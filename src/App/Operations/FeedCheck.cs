using Microsoft.Extensions.Diagnostics.HealthChecks;
using Voltloop.Record.Telemetry;

namespace Voltloop.App.Operations;

/// <summary>Whether the message broker delivers, where one is configured. Without it pages and API work, so the node stays ready.</summary>
/// <param name="monitor">Knows the connection.</param>
internal sealed class FeedCheck(IFeedMonitor monitor) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(monitor.Status.State switch
    {
        FeedState.Off => HealthCheckResult.Healthy("No message broker is configured."),
        FeedState.Receiving => HealthCheckResult.Healthy("The message broker delivers."),
        _ => HealthCheckResult.Degraded("The message broker is not reached; messages wait there."),
    });
}
