using Voltloop.Kernels.Detection;

namespace Voltloop.Health.Model.Packs;

/// <summary>A fault that a pack seems to have, in words.</summary>
/// <param name="Kind">What.</param>
/// <param name="Channel">Cell, or sensor of temperature.</param>
/// <param name="AtHours">When it was noticed, h from the start.</param>
/// <param name="SinceHours">When it seems to have begun, h from the start.</param>
/// <param name="Words">The finding in a sentence.</param>
internal sealed record SafetyFinding(SafetyKind Kind, string Channel, double AtHours, double SinceHours, string Words)
{
    /// <summary>Size with its interval; absent where none is told.</summary>
    public PackFigure? Size { get; init; }

    /// <summary>Unit of the size.</summary>
    public string? Unit { get; init; }

    /// <summary>Further alarms of the same chart.</summary>
    public int Repeated { get; init; }
}
