using System.Collections.Concurrent;
using System.Diagnostics;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Writing;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>
/// The one writer: takes what is queued, commits it in one transaction, and only then acknowledges. Each batch has its
/// own savepoint, so that a bad one fails alone. There is no thread of its own: the caller who finds the writer free
/// writes for all who wait (flat combining), which spares a lone caller two changes of thread per write.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int QueueLength = 1024;
    private const int MaxGroupBatches = 512;
    private const long MaxGroupWeight = 20_000;

    private readonly ConcurrentQueue<WriteJob> _queue = new();
    private readonly SemaphoreSlim _room = new(QueueLength);
    private readonly List<WriteJob> _group = [];
    private readonly Database _database;
    private readonly RecordClock _clock;
    private readonly BatchWriter _batches;
    private readonly NodeSigning? _signing;
    private readonly CheckpointTable? _checkpoints;
    private int _busy;
    private volatile bool _closed;

    public Writer(Database database, TimeProvider time, NodeSigning? signing)
    {
        _database = database;
        _clock = new RecordClock(database, time);
        _signing = signing;
        _batches = new BatchWriter(database, signing?.Signer);
        _checkpoints = signing is null ? null : new CheckpointTable(database, signing.Keys, signing.Signer);
        new LogTable(database).CatchUp();
    }

    public async Task<WriteReceipt> WriteAsync(PreparedBatch batch, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        try
        {
            RefuseWhenClosed();
            var job = new WriteJob(batch, cancellation);
            _queue.Enqueue(job);
            Serve(job);
            return await job.Done;
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Waits for what is queued, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        for (var taken = 0; taken < QueueLength; taken++)
        {
            await _room.WaitAsync();
        }

        SignLast();
        _database.Dispose();
        _room.Release(QueueLength);
    }

    // The note beside the database outlives a database that somebody puts back to an earlier state.
    private void Publish(string? note)
    {
        if (note is not null)
        {
            _signing?.Keep(note);
        }
    }

    private void SignLast()
    {
        if (_checkpoints is null)
        {
            return;
        }

        try
        {
            _database.Get("BEGIN IMMEDIATE").Run();
            var note = _checkpoints.Sign(long.MaxValue);
            _database.Get("COMMIT").Run();
            Publish(note);
        }
        catch (ProblemException)
        {
            // A full disk must not keep the store from closing; the next start signs again.
            _database.Rollback();
        }
    }

    private void RefuseWhenClosed()
    {
        if (_closed)
        {
            throw new ProblemException(RecordProblems.StoreClosed, "The record was closed before the write.");
        }
    }

    // Writes until the own batch is done; what was queued meanwhile is left to the pool, so that no caller serves forever.
    private void Serve(WriteJob own)
    {
        while (!_queue.IsEmpty && Interlocked.CompareExchange(ref _busy, 1, 0) == 0)
        {
            WriteQueued();
            Interlocked.Exchange(ref _busy, 0);
            if (own.Done.IsCompleted && !_queue.IsEmpty)
            {
                ThreadPool.UnsafeQueueUserWorkItem(static w => w.ServeAll(), this, preferLocal: false);
                return;
            }
        }
    }

    private void ServeAll()
    {
        while (!_queue.IsEmpty && Interlocked.CompareExchange(ref _busy, 1, 0) == 0)
        {
            WriteQueued();
            Interlocked.Exchange(ref _busy, 0);
        }
    }

    private void WriteQueued()
    {
        Collect(_group);
        Commit(_group);
        _group.Clear();
    }

    private void Collect(List<WriteJob> group)
    {
        var weight = 0L;
        while (group.Count < MaxGroupBatches && weight < MaxGroupWeight && _queue.TryDequeue(out var job))
        {
            if (!job.IsCancelled())
            {
                group.Add(job);
                weight += job.Batch.Weight;
            }
        }
    }

    private void Commit(List<WriteJob> group)
    {
        try
        {
            WriteGroup(group);
            group.ForEach(j => j.Acknowledge());
        }
        catch (Exception e)
        {
            Undo();
            Retry(group, e);
        }
    }

    // The store failed, not a rule: nothing of the group is written. One batch may be to blame, so each gets its own try.
    private void Retry(List<WriteJob> group, Exception reason)
    {
        if (group.Count == 1)
        {
            group[0].Refused(reason);
            group[0].Acknowledge();
            return;
        }

        foreach (var job in group)
        {
            Commit([job]);
        }
    }

    private void WriteGroup(List<WriteJob> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        using var span = RecordInstruments.BeginCommit();
        var began = Stopwatch.GetTimestamp();
        _database.Get("BEGIN IMMEDIATE").Run();
        if (group.Count == 1)
        {
            group[0].Applied(_batches.Write(group[0].Batch, _clock.Next()));
        }
        else
        {
            group.ForEach(WriteOne);
        }

        _clock.Store();
        var note = _checkpoints?.Sign(_clock.Last);
        _database.Get("COMMIT").Run();
        RecordInstruments.Committed(span, began, group.Count);
        Publish(note);
    }

    // A batch in company has its own savepoint; one alone falls with its transaction.
    private void WriteOne(WriteJob job)
    {
        _database.Get("SAVEPOINT batch").Run();
        try
        {
            job.Applied(_batches.Write(job.Batch, _clock.Next()));
        }
        catch (ProblemException e) when (!StoreErrors.IsOfStore(e.Problem.Kind))
        {
            _database.Get("ROLLBACK TO batch").Run();
            _batches.Forget();
            job.Refused(e);
        }

        _database.Get("RELEASE batch").Run();
    }

    private void Undo()
    {
        _database.Rollback();
        _batches.Forget();
    }
}
