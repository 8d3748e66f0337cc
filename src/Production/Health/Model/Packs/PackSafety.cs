namespace Voltloop.Health.Model.Packs;

/// <summary>Findings of a watch over a pack.</summary>
/// <param name="Findings">Faults, in the order of time.</param>
/// <param name="Checks">How each kind was looked for.</param>
/// <param name="FalseAlarmsPerYear">False alarms to expect in a year of this pack, all kinds together.</param>
/// <param name="WindowHours">Length of a window, h.</param>
/// <param name="Validity">Whether the stated false alarms hold for this pack.</param>
internal sealed record PackSafety(IReadOnlyList<SafetyFinding> Findings, IReadOnlyList<SafetyCheck> Checks, double FalseAlarmsPerYear, double WindowHours, SafetyValidity Validity);
