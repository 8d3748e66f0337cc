using System.Text.Json.Serialization;
using Voltloop.Core.Problems;

namespace Voltloop.Quality.AssessCapability;

/// <summary>How capability is judged.</summary>
/// <param name="Lsl">Lower specification limit, unit of the values.</param>
/// <param name="Usl">Upper specification limit.</param>
/// <param name="Target">Target; the middle when left out.</param>
/// <param name="Confidence">Confidence of intervals; 0.95 when left out.</param>
/// <param name="GaugeSigma">Standard deviation of the gauge, unit of the values; 0 when left out.</param>
/// <param name="Columns">Which column stands for which name, as <c>value=Dicke, sample=Los</c>.</param>
internal sealed record CapabilityRequest(double? Lsl = null, double? Usl = null, double? Target = null, double? Confidence = null, double? GaugeSigma = null, string? Columns = null)
{
    /// <summary>Lower limit, minus infinity for none.</summary>
    [JsonIgnore]
    public double Lower => Lsl ?? double.NegativeInfinity;

    /// <summary>Upper limit, infinity for none.</summary>
    [JsonIgnore]
    public double Upper => Usl ?? double.PositiveInfinity;

    /// <summary>Confidence of intervals.</summary>
    public double Level => Confidence ?? 0.95;

    /// <summary>The same, when the limits make sense.</summary>
    /// <exception cref="ProblemException">Limits are missing or crossed, or a value breaks its bounds.</exception>
    public CapabilityRequest Checked()
    {
        if (Lsl is null && Usl is null) throw new ProblemException(QualityProblems.LimitsMissing, "Capability needs a lower limit, an upper limit or both.", "lsl", "Give lsl or usl.");
        if (Lower >= Upper) throw new ProblemException(QualityProblems.LimitsCrossed, FormattableString.Invariant($"The lower limit {Lower} is not below the upper limit {Upper}."), "lsl");
        if (Target is { } target && (target < Lower || target > Upper)) throw new ProblemException(CommonProblems.InvalidValue, "The target lies outside the limits.", "target");
        if (Level is not (>= 0.5 and < 1)) throw new ProblemException(CommonProblems.InvalidValue, "The confidence is 0.5 to below 1.", "confidence");
        if (GaugeSigma is < 0) throw new ProblemException(CommonProblems.InvalidValue, "The standard deviation of the gauge is 0 or more.", "gaugeSigma");
        return this;
    }
}
