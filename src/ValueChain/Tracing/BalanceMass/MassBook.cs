using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Web.Access;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>
/// What all events say about masses: a projection of the record, brought up to date before every answer. What was taken out of
/// the events is kept in the store with how far that is, so a restart reads on from there.
/// </summary>
/// <param name="events">The events; read as the keeper, since what an actor may see is decided event by event.</param>
/// <param name="settings">Who the keeper is.</param>
/// <param name="desk">Keeps it.</param>
internal sealed class MassBook(ActorEventReader events, AccessSettings settings, IEventDesk desk) : IDisposable
{
    /// <summary>Most events with masses that are kept at hand, and that one balance takes.</summary>
    public const int MaxEvents = 200_000;

    // Another name makes every store read its events anew: needed when something else is taken out of them.
    private const string Projection = "masses-1";
    private const int PerRead = 10_000;
    private const int KeptAtOnce = 2_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly IEventReader _all = events.For(Actor.Keeper(settings.Keeper, "balance", "index"));
    private readonly List<MassEntry> _notKept = [];
    private MassSnapshot? _snapshot;
    private long _kept;

    /// <summary>What events say as of now.</summary>
    public async ValueTask<MassSnapshot> ReadAsync(CancellationToken cancellation)
    {
        var newest = await _all.NewestAsync(cancellation);
        if (Volatile.Read(ref _snapshot) is { } known && known.UpTo >= newest) return known;
        return await InTurnAsync(() => GrowAsync(newest, cancellation), cancellation);
    }

    /// <summary>Number of the last event that was looked at; -1 before the first look.</summary>
    public long UpTo => Volatile.Read(ref _snapshot)?.UpTo ?? -1;

    /// <summary>Number of the newest event.</summary>
    public ValueTask<long> NewestAsync(CancellationToken cancellation) => _all.NewestAsync(cancellation);

    /// <summary>Keeps what is not kept yet, while nothing else is to be done.</summary>
    public Task RestAsync(CancellationToken cancellation) => InTurnAsync(
        () =>
        {
            if (_snapshot is { } there && (_notKept.Count > 0 || there.UpTo - _kept >= PerRead)) Keep(there.UpTo);
            return Task.FromResult(true);
        },
        cancellation);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<MassSnapshot> GrowAsync(long newest, CancellationToken cancellation)
    {
        var grown = _snapshot ?? Load();
        while (grown.UpTo < newest)
        {
            var scan = new EventScan { ByRecord = true, Descending = false, Types = MassEventReader.Types, After = new EventCursor(0, grown.UpTo), Limit = PerRead };
            var page = await _all.ScanAsync(scan, cancellation);
            grown = Take(grown, [.. page.Items.Select(MassEntry.Of).OfType<MassEntry>()], UpToOf(page, newest));
        }

        Volatile.Write(ref _snapshot, grown);
        return grown;
    }

    // The last page may hold events that came after the question; behind it there is nothing of these types.
    private static long UpToOf(EventPage page, long newest) => page.Items.Count == 0 ? newest
        : page.Next is null ? Math.Max(newest, page.Items[^1].Number) : page.Items[^1].Number;

    private MassSnapshot Take(MassSnapshot before, MassEntry[] added, long upTo)
    {
        var grown = before.Entries.Count + added.Length > MaxEvents ? MassSnapshot.Full : before.With(added, upTo);
        // What was read stays read when a caller gives up half way.
        Volatile.Write(ref _snapshot, grown);
        if (grown == MassSnapshot.Full) return grown;
        _notKept.AddRange(added);
        if (_notKept.Count >= KeptAtOnce) Keep(upTo);
        return grown;
    }

    // A store that takes no writes keeps nothing; the events are there.
    private void Keep(long upTo)
    {
        try
        {
            if (upTo < long.MaxValue) desk.Keep(Projection, [.. _notKept.Select(entry => entry.Extract())], upTo);
        }
        catch (ProblemException)
        {
            // The next start reads them again.
        }

        _notKept.Clear();
        _kept = upTo;
    }

    private MassSnapshot Load()
    {
        try
        {
            _kept = desk.Watermark(Projection);
            MassEntry[] kept = [.. desk.Extracts(Projection).Where(extract => extract.Number <= _kept).Select(MassEntry.Of)];
            return MassSnapshot.Empty.With(kept, _kept);
        }
        catch (Exception e) when (e is ProblemException or JsonException)
        {
            // What cannot be read is taken out of the events again.
            _kept = 0;
            return MassSnapshot.Empty;
        }
    }
}
