using Voltloop.Core.Problems;
using Voltloop.Kernels.Multivariate;

namespace Voltloop.Quality.Model;

/// <summary>Watches many signals by several methods side by side, with one budget of false alarms.</summary>
internal static class ProcessMonitor
{
    /// <summary>Fewest rows that limits come from.</summary>
    public const int FewestCalibration = 50;

    private const int Blocks = 5;

    /// <summary>Learns from the training rows, sets limits on the calibration rows, judges the test rows.</summary>
    /// <exception cref="ProblemException">The tables do not fit, or no method can run.</exception>
    public static MonitorOutcome Run(MonitorInput input, MonitorSettings settings)
    {
        Check(input);
        var training = TrainingRows.Of(input.Train);
        var (test, calibrate) = (input.Test.Take(training.Columns), input.Calibrate?.Take(training.Columns));
        var used = MonitorBuilder.Resolved(settings, training.Rows);
        MonitorTrial[] trials = [.. used.Methods.Select(method => MonitorTrial.Of(method, training.Rows, (used, test.Columns)).Calibrated(calibrate?.Rows, training.Rows, Blocks))];
        MonitorTrial[] ran = [.. trials.Where(trial => trial.Problem is null)];
        if (ran.Length == 0) throw new ProblemException(trials[0].Problem!);
        var reference = ReferenceRows.Of(training.Rows);
        var limits = Limits(ran, reference, used);
        var outcomes = new Dictionary<MonitorMethod, MethodOutcome>();
        for (var (i, at) = (0, 0); i < ran.Length; at += ran[i++].Calibration.Length) outcomes[ran[i].Method] = ran[i].Judge(test.Rows, limits[at..(at + ran[i].Calibration.Length)], input.FaultFrom);
        MethodOutcome[] methods = [.. trials.Select(trial => outcomes.GetValueOrDefault(trial.Method) ?? new MethodOutcome(trial.Method) { Problem = trial.Problem })];
        var rows = calibrate?.Rows.Count ?? training.Rows.Count;
        return new MonitorOutcome(used, test, methods)
        {
            Reference = reference, CalibrationRows = rows, Joint = Joint(ran, limits, outcomes.Values, input.FaultFrom), Notes = [.. training.Notes, .. training.Moved(input.Train, input.Test), .. Told(used, rows, calibrate is null)],
        };
    }

    private static void Check(MonitorInput input)
    {
        foreach (var other in new[] { input.Test, input.Calibrate }.OfType<SignalTable>())
        {
            if (!other.Columns.SequenceEqual(input.Train.Columns, StringComparer.Ordinal)) throw new ProblemException(QualityProblems.ColumnsDiffer, $"{other.Name} has the signals {Some(other.Columns)}, {input.Train.Name} has {Some(input.Train.Columns)}.", other.Name, "Name the same columns in the same order in all tables.");
        }

        if (input.Test.Rows.Count == 0) throw new ProblemException(QualityProblems.TooFewPoints, "There is no row to judge.", input.Test.Name);
        if (input.Calibrate is { } calibrate && calibrate.Rows.Count < FewestCalibration) throw new ProblemException(QualityProblems.TooFewPoints, $"{calibrate.Rows.Count} rows to set limits on; {FewestCalibration} are needed.", calibrate.Name);
        if (input.FaultFrom is { } from && (from < 0 || from >= input.Test.Rows.Count)) throw new ProblemException(CommonProblems.InvalidValue, $"The fault begins at row 1 to {input.Test.Rows.Count} of the test rows.", "faultFrom");
    }

    private static string Some(IReadOnlyList<string> columns) => string.Join(", ", columns.Take(6)) + (columns.Count > 6 ? $" ... ({columns.Count})" : "");

    private static double[] Limits(MonitorTrial[] ran, ReferenceRows reference, MonitorSettings settings)
    {
        double[][] figures = [.. ran.SelectMany(trial => trial.Calibration)];
        return settings.Limits switch
        {
            MonitorLimits.Theory => [.. ran.SelectMany(trial => MonitorBuilder.Theory(trial.Monitor!, reference, settings))],
            MonitorLimits.Each => [.. figures.Select(one => EmpiricalLimit.Quantile(one, 1 - settings.Budget))],
            _ => EmpiricalLimit.Joint(figures, settings.Budget),
        };
    }

    private static MonitorRates Joint(MonitorTrial[] ran, double[] limits, IEnumerable<MethodOutcome> outcomes, int? faultFrom)
    {
        double[][] calibration = [.. ran.SelectMany(trial => trial.Calibration)];
        MonitorStatistic[] tested = [.. outcomes.SelectMany(outcome => outcome.Statistics)];
        var before = Enumerable.Range(0, calibration[0].Length).Where(row => calibration.Any(one => !double.IsNaN(one[row]))).Select(row => calibration.Where((one, k) => one[row] > limits[k]).Any());
        return MonitorRates.Of([.. before], [.. Enumerable.Range(0, tested[0].Figures.Length).Select(row => MonitorTrial.Alarm(tested, row))], faultFrom, 0);
    }

    private static IEnumerable<string> Told(MonitorSettings settings, int rows, bool isFromTraining)
    {
        if (settings.Limits == MonitorLimits.Theory) yield return "Limits are those of theory for independent normal rows with known parameters; real rows follow each other, so look at the realised rate.";
        else if (isFromTraining) yield return $"No rows to set limits on were given: limits come from the {rows} training rows, each judged by a model that has not seen its block ({Blocks} blocks).";
        if (settings.Limits != MonitorLimits.Theory && settings.Budget * rows < 5) yield return $"{rows} rows allow {Math.Floor(settings.Budget * rows):0} false alarms within the budget: the limits are rough. More rows make them sharper.";
    }
}
