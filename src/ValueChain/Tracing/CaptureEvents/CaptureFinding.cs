namespace Voltloop.Tracing.CaptureEvents;

/// <summary>A problem of one event of a document, in the words of problem details.</summary>
/// <param name="Type">Kind of the problem.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Location">Where in the document, as a JSON pointer.</param>
internal sealed record CaptureFinding(string Type, string Title, string Detail, string Location)
{
    /// <summary>True when the event was refused; false for a warning.</summary>
    public bool IsError { get; init; } = true;
}
