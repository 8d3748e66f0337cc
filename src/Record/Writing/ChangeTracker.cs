using System.Collections.Concurrent;
using Voltloop.Core.Identities;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Writing;

/// <summary>Counts the writes about each thing on their way into the record.</summary>
/// <param name="inner">The writer.</param>
public sealed class ChangeTracker(IRecordWriter inner) : IRecordWriter, IRecordVersions
{
    private readonly ConcurrentDictionary<ThingId, long> _versions = new();

    /// <summary>Who is told of what was written here; <c>null</c> for nobody.</summary>
    public IWriteObserver? Observer { get; set; }

    /// <inheritdoc/>
    public long VersionOf(ThingId thing) => _versions.GetValueOrDefault(thing);

    /// <inheritdoc/>
    public async Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellation = default)
    {
        WriteReceipt? receipt = null;
        try
        {
            return receipt = await inner.WriteAsync(batch, cancellation);
        }
        finally
        {
            // Also after a failure: one that came while the commit was under way may have written.
            var versions = Touched(batch).ToDictionary(thing => thing, Count);
            if (receipt is not null) Observer?.Wrote(batch, receipt, versions);
        }
    }

    /// <summary>Notes that something was written about things on another way.</summary>
    public void Touch(IEnumerable<ThingId> things)
    {
        foreach (var thing in things)
        {
            Count(thing);
        }
    }

    private long Count(ThingId thing) => _versions.AddOrUpdate(thing, 1, (_, version) => version + 1);

    private static HashSet<ThingId> Touched(WriteBatch batch) =>
    [
        .. batch.Things.Select(thing => thing.Id),
        .. batch.Assertions.SelectMany(assertion => assertion.Statements).Select(statement => statement.Thing),
        .. batch.Series.Select(series => series.Spec.Thing),
    ];
}
