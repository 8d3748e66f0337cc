namespace Voltloop.Kernels.Detection;

/// <summary>An alarm.</summary>
/// <param name="Kind">What seems wrong.</param>
/// <param name="Channel">Cell, or sensor of temperature.</param>
/// <param name="Second">When the alarm was raised, s.</param>
/// <param name="Since">When the change seems to have begun, s.</param>
public sealed record SafetyAlarm(SafetyKind Kind, int Channel, double Second, double Since)
{
    /// <summary>Size: A of leak, Ohm, V or K; NaN where none is given.</summary>
    public double Size { get; init; } = double.NaN;

    /// <summary>Half of the 95 % interval around the size; NaN where none is given.</summary>
    public double Half { get; init; } = double.NaN;
}
