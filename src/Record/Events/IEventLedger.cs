namespace Voltloop.Record.Events;

/// <summary>What surrounds capturing, without regard to who asks: what is there already, and what became of captures.</summary>
public interface IEventLedger
{
    /// <summary>For each entry the number of the same event in the record, or 0.</summary>
    IReadOnlyList<long> Known(IReadOnlyList<EventEntry> entries);

    /// <summary>For each entry the number of an event with the same identifier and another content, or 0.</summary>
    IReadOnlyList<long> SharingId(IReadOnlyList<EventEntry> entries);

    /// <summary>A capture job, or <c>null</c>.</summary>
    CaptureJob? FindJob(string id);

    /// <summary>Capture jobs, newest first.</summary>
    /// <param name="issuer">Only of this issuer; <c>null</c> for all.</param>
    /// <param name="before">Goes on behind this job; <c>null</c> to begin.</param>
    /// <param name="limit">Most jobs.</param>
    IReadOnlyList<CaptureJob> Jobs(string? issuer, string? before, int limit);
}
