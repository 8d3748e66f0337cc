namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>A repair of a machine, as the record tells it: what was before and what comes after are not the same process.</summary>
/// <param name="At">When it ended (UTC).</param>
/// <param name="Reason">What was done.</param>
/// <param name="Event">Hash of the event.</param>
internal sealed record MachineRepair(DateTimeOffset At, string Reason, string Event);
