using Voltloop.Core.Problems;
using Voltloop.Record.Events;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>Why nothing of a document was taken: the first problem; the capture job keeps them all.</summary>
internal static class CaptureRefusal
{
    /// <summary>The problem; <c>null</c> when the document was taken.</summary>
    public static Problem? Of(CaptureJob job)
    {
        if (!job.Rollback || job.Success) return null;
        var errors = FindingJson.Read(job.Errors).Where(finding => finding.IsError).ToList();
        var more = errors.Count > 1 ? $" {errors.Count - 1} more problems stand in capture job {job.Id}." : "";
        var kind = errors[0].Rule is null ? TracingProblems.InvalidEvent : TracingProblems.KeyEventRefused;
        return new Problem(kind, (errors[0].Rule is { } rule ? $"{rule}: " : "") + errors[0].Detail + more, errors[0].Location, errors[0].Remedy ?? "Correct the event, or send GS1-Capture-Error-Behaviour: proceed to capture the others.");
    }
}
