using System.Threading.Channels;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>
/// The one writer: takes what is queued, commits it in one transaction, and only then acknowledges. Each batch has its
/// own savepoint, so that a bad one fails alone.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int QueueLength = 1024;
    private const int MaxGroupBatches = 512;
    private const long MaxGroupWeight = 20_000;

    private readonly Channel<WriteJob> _queue = Channel.CreateBounded<WriteJob>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    private readonly Database _database;
    private readonly RecordClock _clock;
    private readonly BatchWriter _batches;
    private readonly Task _loop;

    public Writer(Database database, TimeProvider time)
    {
        _database = database;
        _clock = new RecordClock(database, time);
        _batches = new BatchWriter(database);
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public async Task<WriteReceipt> WriteAsync(PreparedBatch batch, CancellationToken cancellation)
    {
        var job = new WriteJob(batch, cancellation);
        try
        {
            await _queue.Writer.WriteAsync(job, cancellation);
        }
        catch (ChannelClosedException e)
        {
            throw new ProblemException(new Problem(RecordProblems.StoreClosed, "The record was closed before the write."), e);
        }

        return await job.Done;
    }

    /// <summary>Writes what is queued, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _database.Dispose();
    }

    private void Loop()
    {
        var group = new List<WriteJob>();
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Collect(group);
            Commit(group);
            group.Clear();
        }
    }

    private void Collect(List<WriteJob> group)
    {
        var weight = 0L;
        while (group.Count < MaxGroupBatches && weight < MaxGroupWeight && _queue.Reader.TryRead(out var job))
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

        _database.Get("BEGIN IMMEDIATE").Run();
        foreach (var job in group)
        {
            WriteOne(job);
        }

        _clock.Store();
        _database.Get("COMMIT").Run();
    }

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
