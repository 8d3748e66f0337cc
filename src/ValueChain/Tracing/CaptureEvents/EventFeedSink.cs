using Voltloop.Core.Problems;
using Voltloop.Record.Telemetry;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>Captures documents of events that a broker delivers, in the name of the house: the broker knows its senders. All events of a document are captured, or none.</summary>
/// <param name="desk">Captures.</param>
internal sealed class EventFeedSink(CaptureDesk desk) : IFeedSink
{
    // The type stands near the begin of a document; what is looked at is bounded whatever is sent.
    private const int Looked = 4096;

    private const int FirstOwnFault = 500;

    /// <inheritdoc/>
    public bool? Takes(ReadOnlySpan<byte> body) => body[..Math.Min(body.Length, Looked)].IndexOf("EPCISDocument"u8) >= 0;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Problem?>> TakeAsync(IReadOnlyList<byte[]> bodies, CancellationToken cancellation)
    {
        var verdicts = new Problem?[bodies.Count];
        for (var i = 0; i < verdicts.Length; i++) verdicts[i] = await TakeAsync(bodies[i], cancellation);
        return verdicts;
    }

    // What the document is to blame for is its verdict; when the store is, everything is delivered again.
    private async Task<Problem?> TakeAsync(byte[] body, CancellationToken cancellation)
    {
        try
        {
            return CaptureRefusal.Of((await desk.CaptureAsync(new CaptureRequest(body), cancellation)).Job);
        }
        catch (ProblemException refused) when (refused.Problem.Kind.HttpStatus < FirstOwnFault)
        {
            return refused.Problem;
        }
    }
}
