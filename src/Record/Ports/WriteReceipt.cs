namespace Voltloop.Record.Ports;

/// <summary>Says that a batch is durable.</summary>
/// <param name="RecordedAt">Moment under which the record took the batch (UTC, strictly growing from batch to batch).</param>
/// <param name="FirstAssertion">Number of the first assertion of the batch; 0 when it had none.</param>
/// <param name="NewThings">Things that were not there before.</param>
/// <param name="Statements">Statements written.</param>
/// <param name="Samples">Samples written over all channels.</param>
public sealed record WriteReceipt(DateTimeOffset RecordedAt, long FirstAssertion, int NewThings, int Statements, long Samples)
{
    /// <summary>Number of the first event of the batch; 0 when it had none. The others follow it.</summary>
    public long FirstEvent { get; init; }

    /// <summary>Events written.</summary>
    public int Events { get; init; }

    /// <summary>Number of the newest line that went into the access log with the batch; 0 when none did.</summary>
    public long LastAccess { get; init; }
}
