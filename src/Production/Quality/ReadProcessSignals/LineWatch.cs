using Voltloop.Core.Problems;
using Voltloop.Kernels.RunLengths;
using Voltloop.Quality.DesignChart;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>Watches all characteristics of a line with one budget of false alarms.</summary>
/// <param name="signals">Signals of machines.</param>
internal sealed class LineWatch(ProcessSignals signals)
{
    /// <summary>Weight of the averages.</summary>
    public const double Weight = 0.2;

    /// <summary>False alarms of the line in a day when nothing else is asked for.</summary>
    public const double UsualBudget = 1;

    /// <summary>Most machines that are watched at once.</summary>
    public const int MaxMachines = 40;

    /// <summary>Fewest readings of a day that are watched: less is no signal but a check.</summary>
    public const int FewestReadings = 30;

    /// <summary>The line on a day.</summary>
    public async Task<LineDay> WatchAsync(DateOnly day, double budget, CancellationToken cancellation)
    {
        if (budget is not (>= 0.01 and <= 100)) throw new ProblemException(CommonProblems.InvalidValue, "The budget is 0.01 to 100 false alarms a day.", "budget");
        var found = new List<(string Machine, ProcessReading[] Readings, IReadOnlyList<MachineRepair> Repairs)>();
        var (machines, refused) = (await WatchedMachinesAsync(cancellation), new List<string>());
        foreach (var machine in machines.Take(MaxMachines))
        {
            try
            {
                found.AddRange(await OfMachineAsync(machine, day, cancellation));
            }
            catch (ProblemException tooMany) when (tooMany.Problem.Kind == CommonProblems.LimitExceeded)
            {
                refused.Add(MachineName.Short(machine));
            }
        }

        var points = found.Sum(one => one.Readings.Count(reading => IsOn(reading, day)));
        var length = Math.Clamp(points / budget, DesignBounds.Shortest, DesignBounds.Longest);
        var limit = EwmaLength.LimitFor(Weight, length);
        var watched = found.Select(one => Watch(one, day, limit)).OrderByDescending(one => one.Alarms > 0).ThenByDescending(one => one.Beyond).ThenBy(one => one.Machine, StringComparer.Ordinal);
        return new LineDay(day, [.. watched]) { NotWatched = [.. refused, .. machines.Skip(MaxMachines).Select(MachineName.Short)], Budget = budget, RunLength = length, Limit = limit, Lambda = Weight };
    }

    /// <summary>Machines that have signals: their newest event tells a reading of their own.</summary>
    public async Task<IReadOnlyList<string>> WatchedMachinesAsync(CancellationToken cancellation)
    {
        var watched = new List<string>();
        foreach (var machine in (await signals.MachinesAsync(cancellation)).Order(StringComparer.Ordinal))
        {
            if (await signals.HasReadingsAsync(machine, cancellation)) watched.Add(machine);
        }

        return watched;
    }

    private async Task<IEnumerable<(string, ProcessReading[], IReadOnlyList<MachineRepair>)>> OfMachineAsync(string machine, DateOnly day, CancellationToken cancellation)
    {
        var start = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        var readings = await signals.AllAsync(machine, start.AddDays(-1), start.AddDays(1), cancellation);
        var repairs = await signals.RepairsAsync(machine, start.AddDays(-1), start.AddDays(1), cancellation);
        return readings.GroupBy(reading => reading.Signal, StringComparer.Ordinal).Where(signal => signal.Count(reading => IsOn(reading, day)) >= FewestReadings).Select(signal => (machine, signal.ToArray(), repairs));
    }

    private static WatchedSignal Watch((string Machine, ProcessReading[] Readings, IReadOnlyList<MachineRepair> Repairs) one, DateOnly day, double limit)
    {
        var before = one.Readings.Count(reading => !IsOn(reading, day));
        var plain = new WatchedSignal(one.Machine, one.Readings[0].Signal, SignalNames.Unit(one.Readings[0].Unit), one.Readings.Length - before) { Line = [.. one.Readings.Skip(before).Select(reading => reading.Value)] };
        try
        {
            var baseline = before >= ChartEstimator.UsualSamples ? before : FewestReadings;
            var settings = new ChartSettings(ChartKind.Ewma) { Weight = Weight, Limit = limit, FixedLimits = true, Phases = [new ChartPhase(0, "the day before") { Baseline = baseline }] };
            var samples = new SignalSeries(one.Machine, plain.Signal, plain.Unit, one.Readings).Samples;
            return Told(plain, ChartMaker.Make(RepairPhases.After(settings, samples, one.Repairs), samples), before) with { Repairs = one.Repairs };
        }
        catch (ProblemException refused)
        {
            return plain with { Problem = refused.Problem.Detail };
        }
    }

    private static WatchedSignal Told(WatchedSignal plain, ControlChart chart, int before)
    {
        ChartPoint[] today = [.. chart.Points.Skip(before)];
        ChartPoint[] beyond = [.. today.Where(point => point.IsOut)];
        return plain with
        {
            Baseline = chart.Phases[0].Baseline.Samples, Center = chart.Phases[0].Baseline.Center, Beyond = beyond.Length,
            Alarms = today.Where((point, i) => point.IsOut && (i == 0 || !today[i - 1].IsOut)).Count(),
            FirstOut = beyond.Length > 0 ? beyond[0].At : null, LastOut = beyond.Length > 0 ? beyond[^1].At : null,
        };
    }

    private static bool IsOn(ProcessReading reading, DateOnly day) => DateOnly.FromDateTime(reading.At.UtcDateTime) == day;
}
