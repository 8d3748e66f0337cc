using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Voltloop.Tracing;

/// <summary>
/// Keeps a projection of the events at hand while a server runs: it is opened at the start, and brought up to date when capture
/// rests or is far ahead, so that a question finds little to read and a busy capture is not slowed down.
/// </summary>
internal abstract partial class ProjectionKeeper(TimeProvider clock, ILogger logger) : BackgroundService
{
    private const int FarAhead = 20_000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>What a message calls it.</summary>
    protected abstract string Name { get; }

    /// <summary>How far it is, and the newest event.</summary>
    protected abstract ValueTask<(long UpTo, long Newest)> StandAsync(CancellationToken cancellation);

    /// <summary>Brings it up to date.</summary>
    protected abstract Task CatchUpAsync(CancellationToken cancellation);

    /// <summary>Does what can wait, while nothing comes.</summary>
    protected abstract Task RestAsync(CancellationToken cancellation);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        for (var before = -1L; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                before = await KeepAsync(before, stoppingToken);
                await Task.Delay(Rest, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                // A question meets the same and says so; the server goes on.
                Failed(logger, e, Name);
                await Task.Delay(Rest, clock, CancellationToken.None);
            }
        }
    }

    private async Task<long> KeepAsync(long before, CancellationToken cancellation)
    {
        var (upTo, newest) = await StandAsync(cancellation);
        var isResting = before < 0 || before == newest;
        if (upTo < newest && (isResting || newest - upTo > FarAhead)) await CatchUpAsync(cancellation);
        if (before == newest) await RestAsync(cancellation);
        return newest;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Name} cannot be brought up to date.")]
    private static partial void Failed(ILogger logger, Exception error, string name);
}
