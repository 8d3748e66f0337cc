namespace Voltloop.Health.IngestTelemetry;

/// <summary>A message that was refused.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Asset">Battery, as sent.</param>
/// <param name="Source">Source, as sent.</param>
/// <param name="Problem">Name of the problem.</param>
/// <param name="Detail">What is wrong.</param>
internal sealed record RefusedMessage(DateTimeOffset At, string Asset, string Source, string Problem, string Detail);
