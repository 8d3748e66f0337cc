namespace Voltloop.Health.ShowSlowCycles;

/// <summary>A peak of the incremental capacity.</summary>
/// <param name="Volt">Voltage, V.</param>
/// <param name="AmpereHoursPerVolt">Height, Ah/V.</param>
internal sealed record SlowPeak(double Volt, double AmpereHoursPerVolt);
