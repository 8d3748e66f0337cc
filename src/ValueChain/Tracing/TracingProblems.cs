using Voltloop.Core.Problems;

namespace Voltloop.Tracing;

/// <summary>Problems of this room.</summary>
internal static class TracingProblems
{
    /// <summary>The XML is not well-formed, or uses entities.</summary>
    public static readonly ProblemKind BrokenXml = new("broken-xml", "The XML cannot be read.", 400, 2);

    /// <summary>Well-formed, but no EPCIS.</summary>
    public static readonly ProblemKind NotEpcis = new("not-epcis", "This is no EPCIS document or event.", 400, 2);

    /// <summary>More events than the capture limit.</summary>
    public static readonly ProblemKind TooManyEvents = new("too-many-events", "The document holds more events than are taken at once.", 413, 6);

    /// <summary>More bytes than the file size limit.</summary>
    public static readonly ProblemKind DocumentTooLarge = new("document-too-large", "The document is larger than what is taken at once.", 413, 6);

    /// <summary>An event breaks a rule of the standard.</summary>
    public static readonly ProblemKind InvalidEvent = new("invalid-event", "An event breaks a rule of EPCIS 2.0.", 400, 2);

    /// <summary>A key event breaks a rule of its vocabulary, and the settings refuse that.</summary>
    public static readonly ProblemKind KeyEventRefused = new("key-event-refused", "A key event breaks a rule of key events.", 400, 2);

}
