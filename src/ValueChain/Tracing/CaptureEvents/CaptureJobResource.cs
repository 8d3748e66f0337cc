using System.Globalization;
using Voltloop.Record.Events;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>A capture job as EPCIS 2.0 shows it, with counts beside.</summary>
/// <param name="CaptureID">Identifier.</param>
/// <param name="CreatedAt">When the document arrived.</param>
/// <param name="FinishedAt">When it was done.</param>
/// <param name="Success">True when every event was taken.</param>
internal sealed record CaptureJobResource(string CaptureID, string CreatedAt, string FinishedAt, bool Success)
{
    /// <summary>Always false: a capture is answered when it is done.</summary>
    public bool Running => false;

    /// <summary><c>rollback</c> or <c>proceed</c>.</summary>
    public required string CaptureErrorBehaviour { get; init; }

    /// <summary>Why events were refused.</summary>
    public required IReadOnlyList<CaptureFinding> Errors { get; init; }

    /// <summary>What is worth a look in events that were taken.</summary>
    public required IReadOnlyList<CaptureFinding> Warnings { get; init; }

    /// <summary>Events in the document.</summary>
    public required int Events { get; init; }

    /// <summary>Events that are new to the record.</summary>
    public required int Written { get; init; }

    /// <summary>Events that were there already.</summary>
    public required int Known { get; init; }

    /// <summary>From a kept job.</summary>
    public static CaptureJobResource Of(CaptureJob job)
    {
        var findings = FindingJson.Read(job.Errors);
        return new CaptureJobResource(job.Id, Moment(job.CreatedAt), Moment(job.FinishedAt), job.Success)
        {
            CaptureErrorBehaviour = job.Rollback ? "rollback" : "proceed",
            Errors = [.. findings.Where(finding => finding.IsError)],
            Warnings = [.. findings.Where(finding => !finding.IsError)],
            Events = job.Events,
            Written = job.Written,
            Known = job.Known,
        };
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
