namespace Voltloop.Kernels.Detection;

/// <summary>How a kind of fault was looked for.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Charts">Charts side by side, one per cell or sensor.</param>
/// <param name="ValuesPerYear">Values of one chart in a year.</param>
/// <param name="RunLength">Mean number of values until one chart of a sound cell alarms.</param>
/// <param name="Threshold">Limit of the chart, in standard deviations of its values.</param>
public sealed record SafetyTest(SafetyKind Kind, int Charts, double ValuesPerYear, double RunLength, double Threshold)
{
    /// <summary>Why it could not be looked for; <c>null</c> when it was.</summary>
    public string? Refusal { get; init; }

    /// <summary>False alarms to expect in a year of this pack; 0 where a rule has no part of chance.</summary>
    public double FalseAlarmsPerYear => double.IsFinite(RunLength) && RunLength > 0 ? Charts * ValuesPerYear / RunLength : 0;

    /// <summary>A test that was not made.</summary>
    public static SafetyTest Refused(SafetyKind kind, string why) => new(kind, 0, 0, double.NaN, double.NaN) { Refusal = why };
}
