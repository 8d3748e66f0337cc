namespace Voltloop.Tracing.CaptureEvents;

/// <summary>What one capture may hold; announced in the headers of the capture interface. Section <c>Tracing:Capture</c> of the settings.</summary>
internal sealed class CaptureLimits
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Tracing:Capture";

    /// <summary>Most events of a document (GS1-EPCIS-Capture-Limit).</summary>
    public int MaxEvents { get; set; } = 20_000;

    /// <summary>Most bytes of a document (GS1-EPCIS-Capture-File-Size-Limit): 32 MiB.</summary>
    public int MaxBytes { get; set; } = 32 * 1024 * 1024;
}
