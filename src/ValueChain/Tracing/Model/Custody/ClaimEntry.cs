namespace Voltloop.Tracing.Model.Custody;

/// <summary>One booking of a claim account.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="IsInput">True for input, false for output.</param>
/// <param name="Mass">All of it, kg.</param>
/// <param name="Claimed">Part that is eligible (input) or claimed (output), kg.</param>
internal sealed record ClaimEntry(DateTimeOffset At, bool IsInput, double Mass, double Claimed);
