namespace Voltloop.Kernels.Detection;

/// <summary>What a watch found.</summary>
/// <param name="Tests">How each kind was looked for.</param>
/// <param name="Alarms">All alarms in the order of time; a chart starts anew after each.</param>
public sealed record SafetyReport(IReadOnlyList<SafetyTest> Tests, IReadOnlyList<SafetyAlarm> Alarms);
