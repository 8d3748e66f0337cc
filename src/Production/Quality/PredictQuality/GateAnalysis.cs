using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Quality.Model.Gate;

namespace Voltloop.Quality.PredictQuality;

/// <summary>Learns a virtual gate from a table and judges new units with it.</summary>
internal static class GateAnalysis
{
    private const int MostFeaturesShown = 12;

    /// <summary>The gate of a table.</summary>
    /// <exception cref="ProblemException">There is no such stage.</exception>
    public static GateResource Of(GateFile file, GateRequest request, CancellationToken cancellation)
    {
        var stages = Until(file.Stages, request.Stage);
        var known = file.Table.Known;
        var trials = stages.Select(stage => GateTrial.Of(known.First(stage.Features), request.Level, cancellation)).ToArray();
        var (all, used) = (file.Table.First(stages[^1].Features), known.First(stages[^1].Features));
        var model = GateLearner.Fit(used);
        string[] names = [.. file.Units.Where((_, i) => !double.IsNaN(all.Outcome[i]))];
        return new GateResource(file.Outcome, names.Length, model.Method, Said(trials[^1], file.Outcome))
        {
            Limits = request, Notes = [.. file.Notes, .. Notes(trials[^1], request)],
            Stages = [.. stages.Select((stage, i) => StageResource.Of(stage.Name, stage.Features, trials[i], request))],
            Features = [.. used.Names.Zip(trials[^1].Loss, (name, loss) => new FeatureLoss(name, loss)).Where(one => one.Loss > 0).OrderByDescending(one => one.Loss).Take(MostFeaturesShown)],
            New = [.. all.Open.Select(i => Judged(file.Units[i], all, i, (model, FeatureRanges.Of(used.Features), request)))],
            Tried = [.. trials[^1].Units.Select(unit => new GateUnit(names[unit.Row], unit.Predicted, unit.Interval.Lower, unit.Interval.Upper, Word(request, request.Limits.Of(unit.Interval))) { Outcome = unit.Outcome })],
        };
    }

    private static (string Name, int Features)[] Until(IReadOnlyList<(string Name, int Features)> stages, string? last)
    {
        if (last is not { Length: > 0 }) return [.. stages];
        var place = stages.Select(stage => stage.Name).ToList().FindIndex(name => string.Equals(name, last, StringComparison.OrdinalIgnoreCase));
        return place >= 0 ? [.. stages.Take(place + 1)]
            : throw new ProblemException(CommonProblems.InvalidValue, $"There is no stage \"{last}\". Stages: {string.Join(", ", stages.Select(stage => stage.Name))}.", "stage");
    }

    private static GateUnit Judged(string name, GateTable table, int row, (CrossFitted Model, FeatureRanges Ranges, GateRequest Request) by)
    {
        var values = table.Features.Row(row);
        var interval = by.Model.Interval(values, by.Request.Level);
        var beyond = by.Ranges.Beyond(values);
        var verdict = beyond >= 0 ? GateVerdict.Measure : by.Request.Limits.Of(interval);
        return new GateUnit(name, by.Model.Predict(values), interval.Lower, interval.Upper, Word(by.Request, verdict))
        {
            Reason = beyond >= 0 ? string.Create(CultureInfo.InvariantCulture, $"{table.Names[beyond]} = {values[beyond]:G5} lies beyond all units learned from") : null,
        };
    }

    private static string? Word(GateRequest request, GateVerdict verdict) => !request.Limits.Any ? null : verdict switch { GateVerdict.Accept => "accept", GateVerdict.Reject => "reject", _ => "measure" };

    private static string Said(GateTrial trial, string outcome) => !trial.Predicts
        ? $"What is known does not predict {outcome}: the mean of all units does as well on units left out."
        : string.Create(CultureInfo.InvariantCulture, $"On units left out, {outcome} is predicted within {trial.Rmse:G4} (root mean square; {trial.BaselineRmse:G4} without the process data): {100 * trial.Explained:F0} % of the variance is explained.");

    private static IEnumerable<string> Notes(GateTrial trial, GateRequest request)
    {
        if (double.IsInfinity(trial.Width)) yield return "There are too few units for intervals of this confidence.";
        if (!request.Limits.Any) yield return "No limits are given, so nothing is accepted or rejected.";
        if (request.Group is null) yield return "Each unit was left out alone. When new units come from protocols or batches of their own, name that column as group, or the errors are too good.";
        yield return "An association, not a cause: a gate tells which units to measure, not what to change.";
    }
}
