using Voltloop.Core.Problems;
using Voltloop.Kernels.Multivariate;

namespace Voltloop.Quality.Model;

/// <summary>A method on its way: its model, then its figures in control, then its judgement.</summary>
/// <param name="Method">The method.</param>
/// <param name="With">Settings and names of the signals.</param>
internal sealed record MonitorTrial(MonitorMethod Method, (MonitorSettings Settings, IReadOnlyList<string> Names) With)
{
    /// <summary>The model; <c>null</c> when it cannot be made.</summary>
    public IRowMonitor? Monitor { get; private init; }

    /// <summary>Why it cannot be made.</summary>
    public Problem? Problem { get; private init; }

    /// <summary>Figures of rows in control that limits come from.</summary>
    public double[][] Calibration { get; private init; } = [];

    /// <summary>Tries to make the model.</summary>
    public static MonitorTrial Of(MonitorMethod method, IReadOnlyList<double[]> rows, (MonitorSettings Settings, IReadOnlyList<string> Names) with)
    {
        try
        {
            return new MonitorTrial(method, with) { Monitor = MonitorBuilder.Build(method, rows, with) };
        }
        catch (ProblemException refused)
        {
            return new MonitorTrial(method, with) { Problem = refused.Problem };
        }
    }

    /// <summary>The same with its figures of the calibration rows; without such rows, of each block of training rows by a model of the others.</summary>
    public MonitorTrial Calibrated(IReadOnlyList<double[]>? rows, IReadOnlyList<double[]> training, int blocks)
    {
        if (Problem is not null) return this;
        try
        {
            return this with { Calibration = rows is not null ? Monitor!.Score(rows) : LeftOut(training, blocks) };
        }
        catch (ProblemException refused)
        {
            return this with { Problem = refused.Problem };
        }
    }

    /// <summary>Correlation of its figures in control with the next; of several the largest.</summary>
    public double Memory => Calibration.Max(figures => AlarmRate.Memory(figures));

    /// <summary>Judges the test rows.</summary>
    public MethodOutcome Judge(IReadOnlyList<double[]> test, double[] limits, int? faultFrom)
    {
        MonitorStatistic[] statistics = [.. Monitor!.Score(test).Select((figures, k) => new MonitorStatistic(Monitor.Statistics[k], limits[k], figures))];
        var before = Enumerable.Range(0, Calibration[0].Length).Where(row => !double.IsNaN(Calibration[0][row])).Select(row => Calibration.Where((one, k) => one[row] > limits[k]).Any());
        var rates = MonitorRates.Of([.. before], [.. Enumerable.Range(0, test.Count).Select(row => Alarm(statistics, row))], faultFrom, Memory);
        return new MethodOutcome(Method) { Monitor = Monitor, Statistics = statistics, Rates = rates };
    }

    /// <summary>Whether a row is above some limit; <c>null</c> where no figure could be had.</summary>
    public static bool? Alarm(IReadOnlyList<MonitorStatistic> statistics, int row) =>
        statistics.Any(one => one.Figures[row] > one.Limit) ? true : statistics.All(one => double.IsNaN(one.Figures[row])) ? null : false;

    private double[][] LeftOut(IReadOnlyList<double[]> training, int blocks)
    {
        double[][] figures = [.. Monitor!.Statistics.Select(_ => new double[training.Count])];
        for (var b = 0; b < blocks; b++)
        {
            var (from, to) = (training.Count * b / blocks, training.Count * (b + 1) / blocks);
            var model = MonitorBuilder.Build(Method, [.. training.Take(from), .. training.Skip(to)], With);
            // From the first row on, so that averages and sums come to the block with a memory.
            var scored = model.Score([.. training.Take(to)]);
            for (var k = 0; k < figures.Length; k++) scored[k].AsSpan(from).CopyTo(figures[k].AsSpan(from));
        }

        return figures;
    }
}
