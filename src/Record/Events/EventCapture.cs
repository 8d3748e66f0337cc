namespace Voltloop.Record.Events;

/// <summary>
/// Events that one issuer hands over at one moment. They are logged like an assertion: one leaf of the log, one signature over the
/// Merkle root of the events, so that a single event is proven by its path to that root.
/// </summary>
/// <param name="Issuer">Who captured them.</param>
/// <param name="Events">The events; may be empty when only the job is kept.</param>
public sealed record EventCapture(string Issuer, IReadOnlyList<EventEntry> Events)
{
    /// <summary>Most events of one capture.</summary>
    public const int MaxEvents = 100_000;

    /// <summary>Largest event, in bytes: 4 MiB.</summary>
    public const int MaxEventBytes = 4 * 1024 * 1024;

    /// <summary>The capture job to keep with them.</summary>
    public CaptureJob? Job { get; init; }
}
