using System.Text.Json.Serialization;
using Voltloop.Core.Problems;
using Voltloop.Quality.Model.Gate;

namespace Voltloop.Quality.PredictQuality;

/// <summary>How a gate is learned and judged.</summary>
/// <param name="Outcome">Column to predict; "outcome" when left out.</param>
/// <param name="Group">Column whose equal values stay together when the gate is tried (protocol, batch, day); each unit alone when left out.</param>
/// <param name="Stage">Last stage whose columns may be used; the last one when left out.</param>
/// <param name="Lsl">Lower limit of the outcome, its unit.</param>
/// <param name="Usl">Upper limit.</param>
/// <param name="Confidence">Coverage of the intervals; 0.9 when left out.</param>
/// <param name="CostEscape">Cost of a bad unit that passes.</param>
/// <param name="CostMeasure">Cost of measuring a unit.</param>
/// <param name="CostScrap">Cost of a good unit that is thrown away.</param>
internal sealed record GateRequest(
    string? Outcome = null, string? Group = null, string? Stage = null, double? Lsl = null, double? Usl = null, double? Confidence = null, double? CostEscape = null, double? CostMeasure = null, double? CostScrap = null)
{
    /// <summary>Coverage of the intervals.</summary>
    [JsonIgnore]
    public double Level => Confidence ?? 0.9;

    /// <summary>The limits.</summary>
    [JsonIgnore]
    public GateLimits Limits => new(Lsl ?? double.NegativeInfinity, Usl ?? double.PositiveInfinity);

    /// <summary>The same, when it makes sense.</summary>
    /// <exception cref="ProblemException">Limits are crossed, or a value breaks its bounds.</exception>
    public GateRequest Checked()
    {
        if (Lsl >= Usl) throw new ProblemException(QualityProblems.LimitsCrossed, FormattableString.Invariant($"The lower limit {Lsl} is not below the upper limit {Usl}."), "lsl");
        if (Level is not (>= 0.5 and < 1)) throw new ProblemException(CommonProblems.InvalidValue, "The confidence is 0.5 to below 1.", "confidence");
        if (CostEscape is < 0 || CostMeasure is < 0 || CostScrap is < 0) throw new ProblemException(CommonProblems.InvalidValue, "Costs are 0 or more.", "cost");
        return this;
    }
}
