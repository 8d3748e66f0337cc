using Voltloop.Kernels.Detection;

namespace Voltloop.Health.Model.Packs;

/// <summary>How a kind of fault was looked for.</summary>
/// <param name="Kind">What.</param>
/// <param name="Refusal">Why it could not be looked for; absent when it was.</param>
/// <param name="FalseAlarmsPerYear">False alarms to expect in a year of this pack.</param>
/// <param name="RunLength">Mean number of values until a chart of a sound cell alarms; absent for a rule without a part of chance.</param>
/// <param name="Threshold">Limit of the chart, in standard deviations; of the median cell's motion in V for a stuck sensor.</param>
internal sealed record SafetyCheck(SafetyKind Kind, string? Refusal, double FalseAlarmsPerYear, double? RunLength, double? Threshold);
