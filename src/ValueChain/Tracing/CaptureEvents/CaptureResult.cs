using Voltloop.Record.Events;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>What became of a capture.</summary>
/// <param name="Job">The job, as it is kept.</param>
/// <param name="Identities">Identifiers of the events that are now in the record, in the order of the document.</param>
internal sealed record CaptureResult(CaptureJob Job, IReadOnlyList<string> Identities);
