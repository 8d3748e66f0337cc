using Voltloop.Record.Events;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>
/// Follows the events in the order of recording. How far it is, is kept behind what it has written: after a crash some events are
/// folded again, which writes nothing twice.
/// </summary>
internal sealed class FoldRunner(IEventDesk desk, EventFolder folder, FoldAccess access) : IDisposable
{
    private const string Projection = "key-event-facts";
    private const int Page = 500;
    private const int SavedEvery = 20_000;

    private readonly SemaphoreSlim _one = new(1, 1);
    private long? _at;
    private long _saved;

    /// <summary>Folds all events that are new.</summary>
    /// <param name="rebuild">Begins with the first event; what is in the record already is not written again.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<FoldCount> RunAsync(bool rebuild, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            _saved = _at ??= desk.Watermark(Projection);
            if (rebuild) _at = 0;
            return await FollowAsync(cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<FoldCount> FollowAsync(CancellationToken cancellation)
    {
        var total = new FoldCount();
        if (await access.Events.NewestAsync(cancellation) <= _at) return total;
        for (; ;)
        {
            var page = await access.Events.ScanAsync(new EventScan { ByRecord = true, Descending = false, Limit = Page, After = new EventCursor(0, _at!.Value) }, cancellation);
            if (page.Items.Count == 0) return total;
            var done = await folder.FoldAsync(page.Items, cancellation);
            total += done;
            Advance(page.Items[^1].Number, done.Stated + done.Retracted > 0);
        }
    }

    // Looking again at events that say nothing costs less than writing down that they do.
    private void Advance(long to, bool hasWritten)
    {
        _at = to;
        if (!hasWritten && to - _saved < SavedEvery) return;
        desk.SaveWatermark(Projection, to);
        _saved = to;
    }
}
