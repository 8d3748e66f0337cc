namespace Voltloop.Record.Policies;

/// <summary>The append-only log of reads of controlled data and of changes of rights.</summary>
public interface IAccessLog
{
    /// <summary>Appends entries; completes when they are durable. Those of concurrent callers may share one commit.</summary>
    /// <returns>Number of the newest of them; of the log when there are none.</returns>
    Task<long> AppendAsync(IReadOnlyList<AccessEntry> entries, CancellationToken cancellation = default);

    /// <summary>Entries in order of their numbers, from one on.</summary>
    IReadOnlyList<LoggedAccess> Read(long from, int limit);

    /// <summary>Number and hash of the newest entry; 0 and <see cref="AccessChain.Start"/> for an empty log.</summary>
    (long Number, string Hash) Head { get; }
}
