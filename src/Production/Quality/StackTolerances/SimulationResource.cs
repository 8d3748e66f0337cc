namespace Voltloop.Quality.StackTolerances;

/// <summary>A simulation; every figure has its standard error beside it.</summary>
/// <param name="Runs">Assemblies.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Mean">Mean.</param>
/// <param name="MeanError">Its standard error.</param>
/// <param name="Sigma">Standard deviation.</param>
/// <param name="SigmaError">Its standard error.</param>
internal sealed record SimulationResource(long Runs, int Seed, double Mean, double MeanError, double Sigma, double SigmaError)
{
    /// <summary>Third standardised moment.</summary>
    public double Skewness { get; init; }

    /// <summary>Fourth standardised moment; 3 for a normal result.</summary>
    public double Kurtosis { get; init; }

    /// <summary>Values not exceeded by 0.135, 50 and 99.865 percent of the assemblies.</summary>
    public required IReadOnlyList<double> Quantiles { get; init; }

    /// <summary>Lower limit; absent without one.</summary>
    public double? Lsl { get; init; }

    /// <summary>Upper limit.</summary>
    public double? Usl { get; init; }

    /// <summary>Assemblies outside the limits, parts per million; absent without limits.</summary>
    public double? RejectsPpm { get; init; }

    /// <summary>Its standard error; when none was outside, half of the 95 % upper bound.</summary>
    public double? RejectsErrorPpm { get; init; }

    /// <summary>Rejects that a normal result of the computed mean and sigma would have.</summary>
    public double? NormalPpm { get; init; }

    /// <summary>Counts in classes of equal width, for the picture.</summary>
    public required IReadOnlyList<long> Histogram { get; init; }

    /// <summary>Lower end of the first class and upper end of the last.</summary>
    public required IReadOnlyList<double> HistogramRange { get; init; }
}
