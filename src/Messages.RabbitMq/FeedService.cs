using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Voltloop.Core.Problems;
using Voltloop.Record.Telemetry;

namespace Voltloop.Messages.RabbitMq;

/// <summary>Keeps a connection to the broker: connects, receives, and connects again with growing pauses.</summary>
/// <param name="settings">Where and what to read.</param>
/// <param name="sink">Takes the messages.</param>
/// <param name="monitor">Told how it goes.</param>
/// <param name="tools">Clock and log.</param>
public sealed partial class FeedService(FeedSettings settings, IFeedSink sink, FeedMonitor monitor, (TimeProvider Clock, ILogger Log) tools) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Broker is null) return;
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            monitor.Change(status => status with { State = FeedState.Connecting, Since = tools.Clock.GetUtcNow(), Place = settings.Place });
            try
            {
                await using var connection = await FeedConnection.OpenAsync(settings, stoppingToken);
                monitor.Change(status => status with { State = FeedState.Receiving, Since = tools.Clock.GetUtcNow() });
                pause = FirstPause;
                await new FeedPump(connection, sink, monitor).RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken) when (IsExpected(broken))
            {
                Tell(broken);
            }

            await Task.Delay(pause, tools.Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    // The broker is away, the connection broke, or the store refuses: what was not acknowledged comes again.
    private static bool IsExpected(Exception broken) =>
        broken is RabbitMQClientException or OperationInterruptedException or ProblemException or IOException or System.Net.Sockets.SocketException or ObjectDisposedException or TimeoutException or OperationCanceledException or InvalidOperationException;

    private void Tell(Exception broken)
    {
        var reason = broken.InnerException is { } inner ? $"{broken.Message} {inner.Message}" : broken.Message;
        monitor.Change(status => status with { LastError = reason });
        LogBroken(tools.Log, settings.Place, reason);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The feed from {Place} broke: {Reason}")]
    private static partial void LogBroken(ILogger logger, string place, string reason);
}
