using Voltloop.Kernels.Tolerances;

namespace Voltloop.Quality.StackTolerances;

/// <summary>A contributor with what its tolerance costs.</summary>
/// <param name="Of">The contributor.</param>
/// <param name="Cost">Cost at a half width of 1; <c>null</c> when it is not to be changed.</param>
/// <param name="Power">Power of the cost curve.</param>
internal sealed record StackPart(Contributor Of, double? Cost = null, double Power = 1)
{
    /// <summary>Smallest and largest half width that may be chosen.</summary>
    public (double Smallest, double Largest) Range { get; init; } = (0, double.PositiveInfinity);

    /// <summary>The same inside another stack.</summary>
    public StackPart Within(string outer, double sensitivity, int count) =>
        this with { Of = Of with { Name = $"{outer} / {Of.Name}", Sensitivity = Of.Sensitivity * sensitivity, Count = Of.Count * count } };
}
