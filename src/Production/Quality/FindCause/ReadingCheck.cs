using Voltloop.Core.Problems;
using Voltloop.Kernels.Commonality;
using Voltloop.Quality.ReadProcessSignals;

namespace Voltloop.Quality.FindCause;

/// <summary>Looks whether a machine's own readings were off in the time in which it made bad units.</summary>
/// <param name="signals">Signals of machines.</param>
internal sealed class ReadingCheck(ProcessSignals signals)
{
    private const double MostLikely = 0.001;

    private static readonly TimeSpan Around = TimeSpan.FromHours(24);

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(20);

    /// <summary>The signal that was off most clearly; <c>null</c> when none was, or the machine read nothing.</summary>
    public async Task<ReadingWitness?> OfAsync(string machine, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        if (to - from > Around) return null;
        try
        {
            var all = await signals.AllAsync(machine, from - Around, to + Around, cancellation);
            var found = all.GroupBy(reading => reading.Signal, StringComparer.Ordinal).Select(signal => Check([.. signal], from - Margin, to + Margin)).ToArray();
            var off = found.Where(one => one.Found is not null && one.Found.Probability * found.Length < MostLikely).OrderByDescending(one => one.Found!.LogLikelihoodRatio);
            return off.FirstOrDefault() is (var inside, { } best) ? Told(inside, best, found.Length) : null;
        }
        catch (ProblemException refused) when (refused.Problem.Kind == CommonProblems.LimitExceeded)
        {
            return null;
        }
    }

    private static (ProcessReading[] Inside, ShiftFound? Found) Check(ProcessReading[] readings, DateTimeOffset from, DateTimeOffset to)
    {
        ProcessReading[] inside = [.. readings.Where(reading => reading.At >= from && reading.At <= to)];
        double[] outside = [.. readings.Where(reading => reading.At < from || reading.At > to).Select(reading => reading.Value)];
        return (inside, ShiftScan.Find([.. inside.Select(reading => reading.Value)], outside));
    }

    // A reading holds until the next one.
    private static ReadingWitness Told(ProcessReading[] inside, ShiftFound found, int signals)
    {
        var step = inside[1].At - inside[0].At;
        var first = inside[found.First];
        return new ReadingWitness(SignalNames.Title(first.Signal), SignalNames.Unit(first.Unit), found.Mean, found.Shift)
        {
            From = first.At, To = inside[found.Last].At + step, Probability = Math.Min(1, found.Probability * signals),
            Onset = [inside[found.Onset.Earliest].At, inside[found.Onset.Latest].At], End = [inside[found.End.Earliest].At + step, inside[found.End.Latest].At + step],
        };
    }
}
