using Voltloop.Record.Events;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>
/// Follows the events in the order of recording. How far it is, is kept behind what it has written: after a crash some events are
/// folded again, which writes nothing twice.
/// </summary>
internal sealed class FoldRunner(IEventDesk desk, FoldParts parts, FoldPolicy policy) : IDisposable
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
        if (!policy.Enabled) return new FoldCount();
        await _one.WaitAsync(cancellation);
        try
        {
            if (_at is null) _at = _saved = desk.Watermark(Projection);
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
        var newest = await parts.Access.Events.NewestAsync(cancellation);
        while (parts.Plain.From(_at!.Value) is var at && at < newest)
        {
            var page = await parts.Access.Events.ScanAsync(new EventScan { ByRecord = true, Descending = false, Limit = Page, After = new EventCursor(0, at) }, cancellation);
            if (page.Items.Count == 0) break;
            var done = await parts.Folder.FoldAsync(page.Items, cancellation);
            total += done;
            Advance(page.Items[^1].Number, done.Stated + done.Retracted > 0);
        }

        Advance(parts.Plain.From(_at.Value), hasWritten: false);
        return total;
    }

    // Looking again at events that say nothing costs less than writing down that they do.
    private void Advance(long to, bool hasWritten)
    {
        _at = to;
        if (to <= _saved || (!hasWritten && to - _saved < SavedEvery)) return;
        desk.SaveWatermark(Projection, to);
        _saved = to;
    }
}
