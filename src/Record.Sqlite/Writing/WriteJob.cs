using Voltloop.Record.Ports;
using Voltloop.Record.Writing;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>A batch that waits for its commit.</summary>
internal sealed class WriteJob(PreparedBatch batch, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<WriteReceipt> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _refusal;
    private WriteReceipt? _receipt;

    public PreparedBatch Batch { get; } = batch;

    /// <summary>Ends when the batch is durable or refused.</summary>
    public Task<WriteReceipt> Done => _done.Task;

    /// <summary>True when the caller no longer wants it and it was not begun.</summary>
    public bool IsCancelled()
    {
        if (cancellation.IsCancellationRequested)
        {
            _done.TrySetCanceled(cancellation);
        }

        return cancellation.IsCancellationRequested;
    }

    public void Applied(WriteReceipt receipt) => (_receipt, _refusal) = (receipt, null);

    public void Refused(Exception reason) => (_receipt, _refusal) = (null, reason);

    /// <summary>Tells the caller, after the commit.</summary>
    public void Acknowledge()
    {
        if (_refusal is not null)
        {
            RecordInstruments.Refuse();
            _done.TrySetException(_refusal);
        }
        else
        {
            RecordInstruments.Wrote(_receipt!);
            _done.TrySetResult(_receipt!);
        }
    }
}
