namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>All characteristics of a line on one day, with one budget of false alarms.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Signals">Those with alarms first.</param>
internal sealed record LineDay(DateOnly Day, IReadOnlyList<WatchedSignal> Signals)
{
    /// <summary>False alarms that the whole line may make in a day.</summary>
    public double Budget { get; init; }

    /// <summary>Points between false alarms that each chart is designed for.</summary>
    public double RunLength { get; init; }

    /// <summary>Machines that were left out: too many events in two days, or beyond <see cref="LineWatch.MaxMachines"/>.</summary>
    public IReadOnlyList<string> NotWatched { get; init; } = [];

    /// <summary>Limit of each average, standard deviations.</summary>
    public double Limit { get; init; }

    /// <summary>Weight of each average.</summary>
    public double Lambda { get; init; }

    /// <summary>Points of all charts.</summary>
    public int Points => Signals.Where(signal => signal.Problem is null).Sum(signal => signal.Points);

    /// <summary>Alarms of all charts: false ones and true ones.</summary>
    public int Alarms => Signals.Sum(signal => signal.Alarms);

    /// <summary>Points between alarms as they came; absent without an alarm.</summary>
    public double? RealisedRunLength => Alarms > 0 ? (double)Points / Alarms : null;

    /// <summary>Method.</summary>
    public string Method => "EWMA of single readings, limits from the day before (moving range), one run length for all charts from the joint budget (integral equation, Crowder 1987)";
}
