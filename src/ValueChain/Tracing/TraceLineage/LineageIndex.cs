using Microsoft.Extensions.Options;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Lineage;
using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>
/// The lineage of all events: a projection of the record, brought up to date before every answer, so that an answer holds every
/// event that was acknowledged before the question. The base lies in a mapped file, what came since in memory. The record is
/// the log of the delta: after a crash it is read on from where the base ends, so there is no second log that could be torn.
/// </summary>
/// <param name="events">The events; read as the keeper, since what an actor may follow is decided edge by edge.</param>
/// <param name="settings">Who the keeper is.</param>
/// <param name="store">Files.</param>
/// <param name="options">When to merge.</param>
internal sealed class LineageIndex(ActorEventReader events, AccessSettings settings, LineageStore store, IOptions<LineageOptions> options) : IAsyncDisposable
{
    private const int PerRead = 10_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly IEventReader _all = events.For(Actor.Keeper(settings.Keeper, "lineage", "index"));
    private LineageBook? _book;
    private LineageSnapshot? _snapshot;
    private Task _merging = Task.CompletedTask;
    private string? _file;
    private int _notBefore;

    /// <summary>The lineage as of now.</summary>
    /// <exception cref="ProblemException">There is more than an index can hold.</exception>
    public async ValueTask<LineageSnapshot> ReadAsync(CancellationToken cancellation)
    {
        var newest = await _all.NewestAsync(cancellation);
        if (Volatile.Read(ref _snapshot) is { } known && known.UpTo >= newest) return known;
        return await InTurnAsync(async () => _snapshot is { } there && there.UpTo >= newest ? there : await GrowAsync(cancellation), cancellation);
    }

    /// <summary>Merges what came since the base was written, while nothing else is to be done.</summary>
    public Task RestAsync(CancellationToken cancellation) => InTurnAsync(
        () =>
        {
            var isDue = _book is { } book && MayMerge(book) && options.Value.IsDueAtRest(book.Changes, book.BaseEdges);
            if (isDue) BeginMerge(_book!);
            return Task.FromResult(isDue);
        },
        cancellation);

    /// <summary>Builds the lineage from the record, from the first event on, and writes it.</summary>
    public Task<LineageSnapshot> RebuildAsync(CancellationToken cancellation) => InTurnAsync(
        async () =>
        {
            await _merging;
            _book = await BuildAsync(cancellation);
            Merge(_book);
            return Publish(_book);
        },
        cancellation);

    /// <summary>Whether the lineage is what building it from the record gives, edge for edge.</summary>
    public async Task<LineageVerification> VerifyAsync(CancellationToken cancellation)
    {
        var kept = await ReadAsync(cancellation);
        var fresh = (await BuildAsync(cancellation, kept.UpTo)).Snapshot();
        var (digest, expected) = (DigestOf(kept, cancellation), DigestOf(fresh, cancellation));
        return new LineageVerification(digest == expected, kept.UpTo, kept.Graph.Nodes, kept.Graph.Edges) { Digest = digest, Expected = expected };
    }

    /// <summary>How the index stands, without bringing it up to date.</summary>
    public async Task<LineageStatus> StatusAsync(CancellationToken cancellation)
    {
        var (known, newest) = (Volatile.Read(ref _snapshot), await _all.NewestAsync(cancellation));
        return new LineageStatus(known?.UpTo ?? 0, newest)
        {
            Nodes = known?.Graph.Nodes ?? 0,
            Edges = known?.Graph.Edges ?? 0,
            BaseEdges = known?.Graph.Base.Edges ?? 0,
            DeltaEdges = known?.Graph.Added ?? 0,
            DeltaClosings = known?.Graph.Closings ?? 0,
            BaseBytes = known?.Graph.Base.Bytes ?? 0,
            File = _file is null ? null : Path.GetFileName(_file),
            IsMerging = !_merging.IsCompleted,
        };
    }

    /// <summary>Waits for a merge that is going on.</summary>
    public async ValueTask DisposeAsync()
    {
        await _merging;
        _turn.Dispose();
    }

    /// <summary>Ends when no merge is going on.</summary>
    internal Task MergedAsync() => _merging;

    private static string DigestOf(LineageSnapshot of, CancellationToken cancellation) => LineageDigest.Of(of.Graph, node => of.Names[node], cancellation);

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

    private async Task<LineageSnapshot> GrowAsync(CancellationToken cancellation)
    {
        var book = _book ??= Open();
        // What was read stays read when a caller gives up half way: the next one goes on behind it.
        while (await ReadOnAsync(book, long.MaxValue, cancellation))
        {
            if (MayMerge(book) && book.Changes >= Math.Max(options.Value.SmallestCatchUp, book.BaseEdges)) Merge(book);
        }

        if (MayMerge(book) && options.Value.IsDue(book.Changes, book.BaseEdges)) BeginMerge(book);
        return Publish(book);
    }

    private LineageBook Open()
    {
        if (store.Open() is not { } found) return LineageBook.Begin();
        _file = found.File;
        return new LineageBook(found.Rows, found.Read);
    }

    // A book of its own, of the record alone; merged on the heap when it becomes large.
    private async Task<LineageBook> BuildAsync(CancellationToken cancellation, long upTo = long.MaxValue)
    {
        var book = LineageBook.Begin();
        while (await ReadOnAsync(book, upTo, cancellation))
        {
            if (book.Changes < Math.Max(options.Value.SmallestCatchUp, book.BaseEdges)) continue;
            var graph = book.BeginMerge();
            book.EndMerge(LineageBuilder.Merge(graph.Graph, graph.Names.AddedBelow(graph.Graph.Nodes), LineageMemory.Allocate));
        }

        return book;
    }

    private async Task<bool> ReadOnAsync(LineageBook book, long upTo, CancellationToken cancellation)
    {
        var page = await _all.ScanAsync(new EventScan { ByRecord = true, Descending = false, After = new EventCursor(0, book.Read.Event), Limit = PerRead }, cancellation);
        foreach (var recorded in page.Items)
        {
            if (recorded.Number > upTo) return false;
            book.Apply(recorded);
        }

        return page.Next is not null;
    }

    private LineageSnapshot Publish(LineageBook book)
    {
        var snapshot = book.Snapshot();
        Volatile.Write(ref _snapshot, snapshot);
        return snapshot;
    }

    private void Merge(LineageBook book)
    {
        if (store.Write(book.BeginMerge()) is { } written) End(book, written);
        else Skip(book);
    }

    private void BeginMerge(LineageBook book)
    {
        var snapshot = book.BeginMerge();
        _merging = Task.Run(async () =>
        {
            var written = store.Write(snapshot);
            await InTurnAsync(() => Task.FromResult(written is { } rows ? End(book, rows) : Skip(book)), CancellationToken.None);
        });
    }

    private bool End(LineageBook book, (LineageBase Rows, string File) written)
    {
        book.EndMerge(written.Rows);
        (_file, _notBefore) = (written.File, 0);
        store.Keep(written.File);
        if (_book == book && _snapshot is not null) Publish(book);
        return true;
    }

    // What could not be written is tried again when there is twice as much, not at every question.
    private bool MayMerge(LineageBook book) => !book.IsMerging && book.Changes >= _notBefore;

    private bool Skip(LineageBook book)
    {
        book.GiveUpMerge();
        _notBefore = 2 * book.Changes;
        return false;
    }
}
