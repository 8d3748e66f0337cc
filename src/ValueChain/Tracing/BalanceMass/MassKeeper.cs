using Microsoft.Extensions.Logging;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>Keeps what events say about masses at hand; while capture rests, it is kept in the store and the usual balance is made.</summary>
internal sealed class MassKeeper(MassBook book, BalanceSheets sheets, TimeProvider clock, ILogger<MassKeeper> logger) : ProjectionKeeper(clock, logger)
{
    private long _prepared = -1;

    /// <inheritdoc/>
    protected override string Name => "The book of masses";

    /// <inheritdoc/>
    protected override async ValueTask<(long UpTo, long Newest)> StandAsync(CancellationToken cancellation) => (book.UpTo, await book.NewestAsync(cancellation));

    /// <inheritdoc/>
    protected override async Task CatchUpAsync(CancellationToken cancellation) => await book.ReadAsync(cancellation);

    /// <inheritdoc/>
    protected override async Task RestAsync(CancellationToken cancellation)
    {
        await book.RestAsync(cancellation);
        if (_prepared == book.UpTo) return;
        await sheets.PrepareAsync(cancellation);
        _prepared = book.UpTo;
    }
}
