namespace Voltloop.Record.Ports;

/// <summary>The one way into the record.</summary>
public interface IRecordWriter
{
    /// <summary>
    /// Writes a batch as one unit. The task completes only when the batch is durable: it then survives a crash of the
    /// process and of the machine. Batches of concurrent callers may share one commit.
    /// </summary>
    /// <exception cref="Core.Problems.ProblemException">A rule is broken or the store refuses; nothing of the batch is written.</exception>
    Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellation = default);
}
