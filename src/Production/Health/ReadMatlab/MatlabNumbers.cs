namespace Voltloop.Health.ReadMatlab;

/// <summary>A numeric or logical array of any type, as doubles (64-bit integers beyond 2^53 are rounded).</summary>
/// <param name="Dimensions">Rows, columns and further dimensions.</param>
/// <param name="Real">Real parts.</param>
/// <param name="Imaginary">Imaginary parts; <c>null</c> when the array is real.</param>
internal sealed record MatlabNumbers(IReadOnlyList<int> Dimensions, double[] Real, double[]? Imaginary) : MatlabValue(Dimensions)
{
    /// <inheritdoc/>
    public override double[] Numbers => Real;
}
