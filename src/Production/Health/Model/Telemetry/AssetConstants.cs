using System.Text.Json.Serialization;
using Voltloop.Kernels.Circuit;

namespace Voltloop.Health.Model.Telemetry;

/// <summary>What the record states about a battery and its estimators rest on; kept with the state, so that a restart changes nothing.</summary>
/// <param name="RatedAh">Rated capacity, Ah; <c>null</c> when nobody stated one.</param>
/// <param name="OpenCircuitVolt">Open-circuit voltage from empty to full, V; <c>null</c> when none was measured.</param>
internal sealed record AssetConstants(double? RatedAh, double[]? OpenCircuitVolt)
{
    /// <summary>Nothing known.</summary>
    public static readonly AssetConstants None = new(null, null);

    private OcvCurve? _curve;

    /// <summary>The curve; <c>null</c> without one.</summary>
    [JsonIgnore]
    public OcvCurve? Curve => _curve ??= OpenCircuitVolt is { Length: OcvCurve.Points } volts ? new OcvCurve(volts) : null;
}
