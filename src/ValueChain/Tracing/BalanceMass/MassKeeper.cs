using Microsoft.Extensions.Logging;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>Keeps what events say about masses at hand, and in the store while capture rests.</summary>
internal sealed class MassKeeper(MassBook book, TimeProvider clock, ILogger<MassKeeper> logger) : ProjectionKeeper(clock, logger)
{
    /// <inheritdoc/>
    protected override string Name => "The book of masses";

    /// <inheritdoc/>
    protected override async ValueTask<(long UpTo, long Newest)> StandAsync(CancellationToken cancellation) => (book.UpTo, await book.NewestAsync(cancellation));

    /// <inheritdoc/>
    protected override async Task CatchUpAsync(CancellationToken cancellation) => await book.ReadAsync(cancellation);

    /// <inheritdoc/>
    protected override Task RestAsync(CancellationToken cancellation) => book.RestAsync(cancellation);
}
