namespace Voltloop.Kernels.Tolerances;

/// <summary>A dimension of a stack.</summary>
/// <param name="Name">Name.</param>
/// <param name="Variation">How it varies.</param>
/// <param name="Sensitivity">What the result changes by for each unit of the dimension.</param>
/// <param name="Count">How many like it stand in the stack, each varying by itself.</param>
public sealed record Contributor(string Name, Variation Variation, double Sensitivity = 1, int Count = 1)
{
    /// <summary>Middle of the tolerance, unit of the dimension.</summary>
    public double Middle { get; init; }

    /// <summary>Half of its width.</summary>
    public double Half { get; init; }

    /// <summary>Standard deviation that it brings to the result.</summary>
    public double Brings => Math.Abs(Sensitivity) * Variation.Sigma * Math.Sqrt(Count);
}
