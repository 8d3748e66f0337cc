using Voltloop.Record.Log;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Replication;

/// <summary>An assertion on its way to a back-up.</summary>
/// <param name="Entry">Its entry in the log.</param>
/// <param name="Secret">Where the salts of its statements come from; empty for old ones.</param>
/// <param name="Statements">What it states.</param>
public sealed record ReplicatedAssertion(LogEntry Entry, byte[] Secret, IReadOnlyList<Statement> Statements)
{
    /// <summary>Its events; an assertion is over statements or over events.</summary>
    public IReadOnlyList<Events.EventEntry> Events { get; init; } = [];
}
