using Voltloop.Quality.Model.Gate;

namespace Voltloop.Quality.PredictQuality;

/// <summary>What a gate would have done with units that it had not seen.</summary>
/// <param name="Accepted">Units passed.</param>
/// <param name="Rejected">Units thrown away.</param>
/// <param name="Measured">Units that it would not decide on.</param>
/// <param name="Escapes">Bad units among those passed.</param>
/// <param name="FalseRejects">Good units among those thrown away.</param>
/// <param name="Bad">Bad units in all.</param>
internal sealed record GateScore(int Accepted, int Rejected, int Measured, int Escapes, int FalseRejects, int Bad)
{
    /// <summary>Cost of a unit with this gate; absent unless all three costs are given.</summary>
    public double? CostOfGate { get; init; }

    /// <summary>Cost of a unit when all are passed.</summary>
    public double? CostOfPassing { get; init; }

    /// <summary>Cost of a unit when all are measured.</summary>
    public double? CostOfMeasuring { get; init; }

    /// <summary>The score of a trial.</summary>
    public static GateScore Of(GateTrial trial, GateRequest request)
    {
        var limits = request.Limits;
        var judged = trial.Units.Select(unit => (Verdict: limits.Of(unit.Interval), Good: limits.Hold(unit.Outcome))).ToArray();
        int Count(GateVerdict verdict, bool? good = null) => judged.Count(one => one.Verdict == verdict && (good is null || one.Good == good));
        var score = new GateScore(
            Count(GateVerdict.Accept), Count(GateVerdict.Reject), Count(GateVerdict.Measure), Count(GateVerdict.Accept, good: false), Count(GateVerdict.Reject, good: true), judged.Count(one => !one.Good));
        if (request is not { CostEscape: { } escape, CostMeasure: { } measure, CostScrap: { } scrap }) return score;
        return score with
        {
            CostOfGate = ((score.Escapes * escape) + (score.Measured * measure) + (score.FalseRejects * scrap)) / judged.Length,
            CostOfPassing = score.Bad * escape / judged.Length, CostOfMeasuring = measure,
        };
    }
}
