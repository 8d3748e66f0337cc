using Microsoft.Extensions.Options;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>What captures share.</summary>
/// <param name="Limits">What a document may hold.</param>
/// <param name="Signal">Wakes those who wait for new events.</param>
internal sealed record CaptureServices(IOptions<CaptureLimits> Limits, EventSignal Signal);
