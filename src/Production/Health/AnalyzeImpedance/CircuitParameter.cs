using Voltloop.Kernels.Impedance;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>A parameter of a fitted circuit.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Value; absent when the spectrum does not determine it.</param>
/// <param name="Unit">Unit.</param>
/// <param name="StandardError">Standard error in the same unit; absent when the spectrum does not determine it.</param>
internal sealed record CircuitParameter(string Name, double? Value, string Unit, double? StandardError)
{
    /// <summary>A parameter.</summary>
    public static CircuitParameter Of(CircuitValue value) => value.IsDetermined
        ? new CircuitParameter(value.Name, value.Value, value.Unit, value.Value * value.RelativeError)
        : new CircuitParameter(value.Name, null, value.Unit, null);
}
