namespace Voltloop.Health.Model.Telemetry;

/// <summary>A reading that was left out.</summary>
/// <param name="Time">When, s since 1970.</param>
/// <param name="Channel">Voltage, current or temperature.</param>
/// <param name="Value">What was sent, in the unit of the record.</param>
/// <param name="Rule">Why, in words.</param>
internal sealed record LeftOut(double Time, string Channel, double Value, string Rule);
