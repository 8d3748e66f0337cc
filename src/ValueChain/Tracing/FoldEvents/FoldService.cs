using Microsoft.Extensions.Hosting;
using Voltloop.Core.Problems;
using Voltloop.Tracing.CaptureEvents;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>Folds events while the server runs: right after a capture, and at the start what came before.</summary>
/// <param name="runner">Does it.</param>
/// <param name="signal">Says that events came.</param>
/// <param name="clock">Clock.</param>
internal sealed class FoldService(FoldRunner runner, EventSignal signal, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                // Begun before the run: what is captured during it is not waited out.
                var next = signal.WaitAsync(Tick, clock, stoppingToken);
                if (!await TryAsync(stoppingToken)) await Task.Delay(Pause, clock, stoppingToken);
                await next;
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    // A back-up takes no writes, and a store may be closing: the events stay where they are.
    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            await runner.RunAsync(rebuild: false, cancellation);
            return true;
        }
        catch (ProblemException)
        {
            return false;
        }
    }
}
