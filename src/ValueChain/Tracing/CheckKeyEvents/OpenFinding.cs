namespace Voltloop.Tracing.CheckKeyEvents;

/// <summary>What a warning waits for: that something becomes known of goods.</summary>
/// <param name="Names">The goods.</param>
/// <param name="At">Not later than this moment (UTC).</param>
internal sealed record OpenFinding(IReadOnlyList<string> Names, DateTimeOffset At);
