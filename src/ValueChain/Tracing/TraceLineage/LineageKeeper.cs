using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>
/// Keeps the lineage index at hand while a server runs: it is opened at the start, and brought up to date when capture rests or
/// is far ahead, so that a question finds little to read and a busy capture is not slowed down; while capture rests, bases are written.
/// </summary>
internal sealed partial class LineageKeeper(LineageIndex index, TimeProvider clock, ILogger<LineageKeeper> logger) : BackgroundService
{
    private const int FarAhead = 20_000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

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
                Failed(e);
                await Task.Delay(Rest, clock, CancellationToken.None);
            }
        }
    }

    private async Task<long> KeepAsync(long before, CancellationToken cancellation)
    {
        var status = await index.StatusAsync(cancellation);
        var isResting = before < 0 || before == status.Newest;
        if (status.Events < status.Newest && (isResting || status.Newest - status.Events > FarAhead)) await index.ReadAsync(cancellation);
        if (before == status.Newest) await index.RestAsync(cancellation);
        return status.Newest;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The lineage index cannot be brought up to date.")]
    private partial void Failed(Exception error);
}
