using Voltloop.Quality.Model.Gate;

namespace Voltloop.Quality.PredictQuality;

/// <summary>How well the outcome is known when a stage has been passed, judged on units left out.</summary>
/// <param name="Stage">Name of the stage.</param>
/// <param name="Features">Features known up to it.</param>
/// <param name="Methods">Methods chosen.</param>
internal sealed record StageResource(string Stage, int Features, IReadOnlyList<string> Methods)
{
    /// <summary>Root mean squared error, unit of the outcome.</summary>
    public double Rmse { get; init; }

    /// <summary>The same when every unit is predicted by the mean.</summary>
    public double BaselineRmse { get; init; }

    /// <summary>Mean relative error, percent; absent when an outcome is 0.</summary>
    public double? RelativeErrorPercent { get; init; }

    /// <summary>Part of the variance that is explained.</summary>
    public double Explained { get; init; }

    /// <summary>Part of the units whose interval held the outcome.</summary>
    public double Coverage { get; init; }

    /// <summary>Mean width of the intervals, unit of the outcome.</summary>
    public double Width { get; init; }

    /// <summary>What the gate would have done; absent without limits.</summary>
    public GateScore? Score { get; init; }

    /// <summary>A stage as tried.</summary>
    public static StageResource Of(string stage, int features, GateTrial trial, GateRequest request) => new(stage, features, [.. trial.Methods.Distinct(StringComparer.Ordinal)])
    {
        Rmse = trial.Rmse, BaselineRmse = trial.BaselineRmse, RelativeErrorPercent = 100 * trial.RelativeError, Explained = trial.Explained, Coverage = trial.Coverage, Width = trial.Width,
        Score = request.Limits.Any ? GateScore.Of(trial, request) : null,
    };
}
