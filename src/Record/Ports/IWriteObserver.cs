using Voltloop.Core.Identities;

namespace Voltloop.Record.Ports;

/// <summary>Is told of every write when it is durable and before it is acknowledged.</summary>
public interface IWriteObserver
{
    /// <summary>A batch was written.</summary>
    /// <param name="batch">What was written.</param>
    /// <param name="receipt">Numbers and moment that the record gave it.</param>
    /// <param name="versions">The things it is about, each with the version (<see cref="IRecordVersions"/>) that this write made.</param>
    void Wrote(WriteBatch batch, WriteReceipt receipt, IReadOnlyDictionary<ThingId, long> versions);
}
