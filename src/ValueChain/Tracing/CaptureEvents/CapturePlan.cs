using Voltloop.Record.Documents;
using Voltloop.Record.Events;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>What a capture would write.</summary>
/// <param name="Draft">The events of the document, checked.</param>
/// <param name="Job">The job, as it is kept.</param>
/// <param name="News">Events that are not in the record yet; none when the document is refused.</param>
internal sealed record CapturePlan(CaptureDraft Draft, CaptureJob Job, IReadOnlyList<EventEntry> News)
{
    /// <summary>The document, when events were converted from it.</summary>
    public DocumentContent? Original { get; init; }

    /// <summary>Whether all of it is refused.</summary>
    public bool IsRefused => Job.Rollback && Draft.Refused > 0;

    /// <summary>What is written as one.</summary>
    public Record.Ports.WriteBatch Batch => new()
    {
        Events = new EventCapture(Job.Issuer, News) { Job = Job },
        Documents = Original is null || News.Count == 0 ? [] : [Original],
    };
}
