namespace Voltloop.Kernels.Regression;

/// <summary>How a regression tree grows.</summary>
public sealed record TreeSettings
{
    /// <summary>Most splits from root to leaf.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Fewest cases in a leaf.</summary>
    public int SmallestLeaf { get; init; } = 1;

    /// <summary>Part of the features looked at for each split.</summary>
    public double FeaturePart { get; init; } = 1;

    /// <summary>Draws one threshold per feature instead of trying all (Geurts, Ernst and Wehenkel, Mach. Learn. 63, 2006).</summary>
    public bool RandomThresholds { get; init; }
}
