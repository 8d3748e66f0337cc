namespace Voltloop.Health.SimulateCell;

/// <summary>A current over time; each value holds until the next moment.</summary>
/// <param name="Seconds">Moments, s, growing; the last one is the end.</param>
/// <param name="Amperes">Currents, A, + for charge; one for each moment, that of the last is not used.</param>
internal sealed record CurrentProfile(IReadOnlyList<double> Seconds, IReadOnlyList<double> Amperes);
