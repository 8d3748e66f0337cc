using Microsoft.Extensions.Hosting;
using Voltloop.Core.Problems;

namespace Voltloop.Health.FollowAssets;

/// <summary>Lets the follower run now and then.</summary>
internal sealed class FollowService(AssetFollower follower, TelemetrySettings settings, TimeProvider clock) : BackgroundService
{
    private const double MostSeconds = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tick = TimeSpan.FromSeconds(Math.Clamp(settings.StateEverySeconds, 0.1, MostSeconds));
        try
        {
            while (!stoppingToken.IsCancellationRequested) await Task.Delay(await TryAsync(stoppingToken) ? tick : Pause, clock, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    // A back-up takes no writes, and a store may be closing: the states stay where they are.
    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            await follower.StateAsync(cancellation);
            return true;
        }
        catch (ProblemException)
        {
            return false;
        }
    }
}
