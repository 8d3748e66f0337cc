namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>What one sensor of a machine read.</summary>
/// <param name="Signal">Type of the sensor report.</param>
/// <param name="Unit">Unit as the event has it (UN/ECE Recommendation 20).</param>
/// <param name="At">When the reading begins (UTC).</param>
/// <param name="Value">Value in that unit.</param>
internal readonly record struct ProcessReading(string Signal, string Unit, DateTimeOffset At, double Value);
