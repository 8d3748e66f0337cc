namespace Voltloop.Kernels.Detection;

/// <summary>What a watch found.</summary>
/// <param name="Tests">How each kind was looked for.</param>
/// <param name="Alarms">All alarms in the order of time; a chart starts anew after each.</param>
public sealed record SafetyReport(IReadOnlyList<SafetyTest> Tests, IReadOnlyList<SafetyAlarm> Alarms)
{
    /// <summary>True when current and voltage moved enough to say how the voltage changes with charge.</summary>
    public bool KnowsSlope { get; init; }

    /// <summary>True when the voltage hardly changes with charge, as of iron phosphate: the stated false alarms do not hold.</summary>
    public bool IsFlat { get; init; }
}
