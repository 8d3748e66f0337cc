namespace Voltloop.Kernels.Regression;

/// <summary>How trees are boosted.</summary>
/// <param name="Trees">Number of trees.</param>
/// <param name="Rate">Part of each tree's correction that is taken.</param>
/// <param name="Seed">Seed of the draws.</param>
public sealed record BoostingSettings(int Trees, double Rate, int Seed)
{
    /// <summary>Each tree.</summary>
    public TreeSettings Tree { get; init; } = new() { MaxDepth = 3, SmallestLeaf = 3 };

    /// <summary>Part of the cases that each tree sees, drawn without replacement.</summary>
    public double CasePart { get; init; } = 1;

    /// <summary>Quantile to predict (above 0, below 1); <c>null</c> for the mean.</summary>
    public double? Quantile { get; init; }
}
