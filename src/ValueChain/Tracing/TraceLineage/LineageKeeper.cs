using Microsoft.Extensions.Logging;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>Keeps the lineage index at hand; while capture rests, bases are written.</summary>
internal sealed class LineageKeeper(LineageIndex index, TimeProvider clock, ILogger<LineageKeeper> logger) : ProjectionKeeper(clock, logger)
{
    /// <inheritdoc/>
    protected override string Name => "The lineage index";

    /// <inheritdoc/>
    protected override async ValueTask<(long UpTo, long Newest)> StandAsync(CancellationToken cancellation)
    {
        var status = await index.StatusAsync(cancellation);
        return (status.Events, status.Newest);
    }

    /// <inheritdoc/>
    protected override async Task CatchUpAsync(CancellationToken cancellation) => await index.ReadAsync(cancellation);

    /// <inheritdoc/>
    protected override Task RestAsync(CancellationToken cancellation) => index.RestAsync(cancellation);
}
