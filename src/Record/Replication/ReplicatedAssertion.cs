using Voltloop.Record.Events;
using Voltloop.Record.Log;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Replication;

/// <summary>An assertion on its way to a back-up.</summary>
/// <param name="Entry">Its entry in the log.</param>
/// <param name="Secret">Where the salts of its statements come from; empty for old ones.</param>
/// <param name="Statements">What it states; empty for one over events.</param>
public sealed record ReplicatedAssertion(LogEntry Entry, byte[] Secret, IReadOnlyList<Statement> Statements)
{
    /// <summary>The events that it is over; empty for one over statements.</summary>
    public IReadOnlyList<EventEntry> Events { get; init; } = [];
}
