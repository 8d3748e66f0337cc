namespace Voltloop.Quality.Model;

/// <summary>What is watched.</summary>
/// <param name="Train">Rows in control that models come from.</param>
/// <param name="Test">Rows that are judged.</param>
internal sealed record MonitorInput(SignalTable Train, SignalTable Test)
{
    /// <summary>Rows in control that limits come from; blocks of the training rows are left out in turn when there are none.</summary>
    public SignalTable? Calibrate { get; init; }

    /// <summary>Place of the first test row with the fault, where that is known.</summary>
    public int? FaultFrom { get; init; }
}
