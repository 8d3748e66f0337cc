using Voltloop.Kernels.Multivariate;

namespace Voltloop.Quality.Model;

/// <summary>What all methods found, side by side.</summary>
/// <param name="Settings">The settings that were used, with what was left open filled in.</param>
/// <param name="Test">The test rows, without the signals that were left out.</param>
/// <param name="Methods">The methods.</param>
internal sealed record MonitorOutcome(MonitorSettings Settings, SignalTable Test, IReadOnlyList<MethodOutcome> Methods)
{
    /// <summary>Rows in control that models come from.</summary>
    public required ReferenceRows Reference { get; init; }

    /// <summary>Rows in control that limits come from.</summary>
    public int CalibrationRows { get; init; }

    /// <summary>Rates of an alarm by any method.</summary>
    public MonitorRates Joint { get; init; } = MonitorRates.None;

    /// <summary>Whether some method alarms more than chance makes.</summary>
    public bool IsDetected => Ran.Any(method => method.Rates.IsDetected);

    /// <summary>What the reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Methods that ran.</summary>
    public IEnumerable<MethodOutcome> Ran => Methods.Where(method => method.Problem is null);
}
