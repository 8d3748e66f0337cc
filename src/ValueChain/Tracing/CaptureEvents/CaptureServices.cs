using Microsoft.Extensions.Options;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.FoldEvents;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>What captures share.</summary>
/// <param name="Limits">What a document may hold.</param>
/// <param name="Signal">Wakes those who wait for new events.</param>
/// <param name="KeyEvents">Checks key events.</param>
/// <param name="Plain">Remembers what no facts follow from.</param>
internal sealed record CaptureServices(IOptions<CaptureLimits> Limits, EventSignal Signal, KeyEventGuard KeyEvents, PlainRanges Plain);
