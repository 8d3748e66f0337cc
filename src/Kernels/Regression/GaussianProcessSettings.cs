namespace Voltloop.Kernels.Regression;

/// <summary>How a Gaussian process is fitted.</summary>
public sealed record GaussianProcessSettings
{
    /// <summary>A length of its own for every feature; else one for all.</summary>
    public bool PerFeature { get; init; }

    /// <summary>Adds a linear part, so that predictions far from the cases go on as a plane rather than back to the mean.</summary>
    public bool Linear { get; init; }

    /// <summary>Standard deviation of the logarithm of a length around that of the square root of the number of features; <c>null</c> for none.</summary>
    public double? LengthPrior { get; init; }

    /// <summary>Most cases that the lengths and variances are found on; the process itself uses all.</summary>
    public int MostForSearch { get; init; } = 250;

    /// <summary>Lengths, in those square roots, that the search starts from.</summary>
    public IReadOnlyList<double> Starts { get; init; } = [0.5, 2];
}
