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

    /// <summary>Nothing is open to the asker. The same words whether or not the thing is known.</summary>
    public static readonly ProblemKind ChainClosed = new("chain-closed", "Nothing is open to the asker about this.", 403, 7);

    /// <summary>Another node does not answer, or its name leads nowhere.</summary>
    public static readonly ProblemKind HolderUnreachable = new("holder-unreachable", "The other node does not answer.", 502, 5);

    /// <summary>Another node answered something that does not hold.</summary>
    public static readonly ProblemKind AnswerRefused = new("answer-refused", "The answer of the other node does not hold.", 422, 2);

    /// <summary>The node has no name that others could look up.</summary>
    public static readonly ProblemKind UnnamedNode = new("unnamed-node", "This node has no name for others.", 409, 4);
}
