namespace Voltloop.Kernels.Impedance;

/// <summary>A parameter of a fitted circuit.</summary>
/// <param name="Name">Name, for example R1 or Wo1.τ.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Value">Value.</param>
/// <param name="RelativeError">Relative standard error, presuming independent errors of the points; infinite when the spectrum does not depend on it.</param>
public sealed record CircuitValue(string Name, string Unit, double Value, double RelativeError)
{
    /// <summary>Whether the spectrum says something about it.</summary>
    public bool IsDetermined => RelativeError < CircuitFit.Undetermined;
}
