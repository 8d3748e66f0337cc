using Voltloop.Core.Problems;
using Voltloop.Health.Model.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>A message as it was read: usable, or with the reason why not.</summary>
/// <param name="Asset">Battery; empty when not said.</param>
/// <param name="Source">Source; empty when not said.</param>
/// <param name="Id">Sequence number or identifier; empty when not said.</param>
internal sealed record TelemetryEnvelope(string Asset, string Source, string Id)
{
    /// <summary>The message; <c>null</c> when it cannot be used.</summary>
    public TelemetryMessage? Message { get; init; }

    /// <summary>Why it cannot be used.</summary>
    public Problem? Refusal { get; init; }
}
