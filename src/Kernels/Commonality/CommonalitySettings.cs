namespace Voltloop.Kernels.Commonality;

/// <summary>How a search decides.</summary>
public sealed record CommonalitySettings
{
    /// <summary>Probability of naming anything when nothing is a cause.</summary>
    public double Level { get; init; } = 0.05;

    /// <summary>Below this probability, one possible cause still tells something when another is known.</summary>
    public double Apart { get; init; } = 0.01;

    /// <summary>Permutations behind the probability of a window.</summary>
    public int Permutations { get; init; } = 199;

    /// <summary>Seed of the permutations.</summary>
    public int Seed { get; init; } = 1;
}
