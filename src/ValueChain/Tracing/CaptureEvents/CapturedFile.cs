namespace Voltloop.Tracing.CaptureEvents;

/// <summary>What became of one file on the command line.</summary>
/// <param name="File">The file.</param>
/// <param name="ExitCode">0 when all of it was taken.</param>
internal sealed record CapturedFile(string File, int ExitCode)
{
    /// <summary>The capture job; <c>null</c> when the file could not be read at all.</summary>
    public CaptureJobResource? Job { get; init; }

    /// <summary>Why it could not be read.</summary>
    public string? Problem { get; init; }
}
