namespace Voltloop.Kernels.Commonality;

/// <summary>What bad units have in common.</summary>
/// <param name="Verdict">What it came to.</param>
/// <param name="Units">Units.</param>
/// <param name="Bad">Bad ones among them.</param>
public sealed record CommonalityReport(CommonalityVerdict Verdict, int Units, int Bad)
{
    /// <summary>Possible causes that were looked at.</summary>
    public int Tests { get; init; }

    /// <summary>Causes, the first one found first.</summary>
    public IReadOnlyList<CommonalityCause> Causes { get; init; } = [];

    /// <summary>All that was followed, the smallest probability first.</summary>
    public IReadOnlyList<CommonalityFactor> Ranking { get; init; } = [];

    /// <summary>Units whose level is not known, for each step.</summary>
    public IReadOnlyList<int> Holes { get; init; } = [];
}
