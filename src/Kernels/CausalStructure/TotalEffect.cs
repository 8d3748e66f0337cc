namespace Voltloop.Kernels.CausalStructure;

/// <summary>What changing one variable does to another, along all ways of a learned structure.</summary>
/// <param name="Cause">Variable that is changed.</param>
/// <param name="Value">Change of the target for one standard deviation, in standard deviations of the target; the one closest to none where the structure leaves several open.</param>
/// <param name="Error">Its standard error.</param>
public sealed record TotalEffect(int Cause, double Value, double Error)
{
    /// <summary>Probability of a value as far from none when there is none (t, two sides).</summary>
    public required double Probability { get; init; }

    /// <summary>Degrees of freedom of the error.</summary>
    public required int Degrees { get; init; }

    /// <summary>Causes of the cause that are held fixed.</summary>
    public required IReadOnlyList<int> Held { get; init; }

    /// <summary>Largest and smallest value over the directions that the structure leaves open.</summary>
    public (double Low, double High) Range { get; init; }

    /// <summary>True when an open direction decides whether there is a way to the target at all.</summary>
    public bool IsPossible { get; init; }
}
