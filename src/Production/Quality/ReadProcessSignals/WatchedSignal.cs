namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>A characteristic of a machine on one day, watched.</summary>
/// <param name="Machine">Read point of the machine.</param>
/// <param name="Signal">Type of the sensor report.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Points">Readings of the day.</param>
internal sealed record WatchedSignal(string Machine, string Signal, string Unit, int Points)
{
    /// <summary>Samples that limits come from.</summary>
    public int Baseline { get; init; }

    /// <summary>Mean of the baseline.</summary>
    public double Center { get; init; }

    /// <summary>Points beyond the limits.</summary>
    public int Beyond { get; init; }

    /// <summary>Times that the average went out: neighbouring points out count once.</summary>
    public int Alarms { get; init; }

    /// <summary>First point out of control (UTC); <c>null</c> for none.</summary>
    public DateTimeOffset? FirstOut { get; init; }

    /// <summary>Last point out of control (UTC).</summary>
    public DateTimeOffset? LastOut { get; init; }

    /// <summary>Readings of the day, for the small line.</summary>
    public IReadOnlyList<double> Line { get; init; } = [];

    /// <summary>Repairs of the machine; each began new limits.</summary>
    public IReadOnlyList<MachineRepair> Repairs { get; init; } = [];

    /// <summary>Why it is not watched; <c>null</c> when it is.</summary>
    public string? Problem { get; init; }
}
