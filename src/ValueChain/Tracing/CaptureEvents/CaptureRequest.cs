using Voltloop.Tracing.CheckKeyEvents;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>A document to capture.</summary>
/// <param name="Bytes">JSON-LD or XML.</param>
/// <param name="Rollback">True: all events or none. False: the good ones, although others are refused.</param>
internal sealed record CaptureRequest(ReadOnlyMemory<byte> Bytes, bool Rollback = true)
{
    /// <summary>Name of the document, when it is kept because it is XML.</summary>
    public string Name { get; init; } = "capture.xml";

    /// <summary>What broken rules of key events do; <c>null</c> for the settings.</summary>
    public KeyEventMode? KeyEvents { get; init; }

    /// <summary>What the document must be.</summary>
    public bool SingleEvent { get; init; }
}
