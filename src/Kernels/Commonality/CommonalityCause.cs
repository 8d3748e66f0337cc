namespace Voltloop.Kernels.Commonality;

/// <summary>A cause that separates bad units from good ones, after all causes before it.</summary>
/// <param name="Head">The likeliest name of it.</param>
/// <param name="Probability">Probability by chance within strata of the causes before it.</param>
/// <param name="Adjusted">The same, corrected for everything that was looked at.</param>
/// <param name="RiskRatio">Risk ratio within those strata (Mantel and Haenszel).</param>
public sealed record CommonalityCause(CommonalityFactor Head, double Probability, double Adjusted, double RiskRatio)
{
    /// <summary>Other names that these data cannot tell apart from it.</summary>
    public IReadOnlyList<CommonalityFactor> Alike { get; init; } = [];

    /// <summary>What looked like a cause only because it went together with this one.</summary>
    public IReadOnlyList<CommonalityFactor> Explained { get; init; } = [];
}
