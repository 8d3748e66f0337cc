namespace Voltloop.Kernels.Regression;

/// <summary>How a forest of trees is grown.</summary>
/// <param name="Trees">Number of trees.</param>
/// <param name="Seed">Seed of the draws: the same seed grows the same forest.</param>
public sealed record ForestSettings(int Trees, int Seed)
{
    /// <summary>Each tree.</summary>
    public TreeSettings Tree { get; init; } = new();

    /// <summary>Each tree sees as many cases, drawn with replacement (Breiman, Mach. Learn. 45, 2001); else all.</summary>
    public bool Bootstrap { get; init; }
}
