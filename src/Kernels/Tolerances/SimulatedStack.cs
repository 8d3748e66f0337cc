namespace Voltloop.Kernels.Tolerances;

/// <summary>Outcome of a simulation, each figure with its standard error (Chase, Gao and Magleby 1998 for independent draws).</summary>
/// <param name="Runs">Assemblies that were simulated.</param>
/// <param name="Mean">Mean of the result.</param>
/// <param name="Sigma">Standard deviation of the result.</param>
/// <param name="Skewness">Third standardised moment.</param>
/// <param name="Kurtosis">Fourth standardised moment; 3 for a normal distribution.</param>
public sealed record SimulatedStack(long Runs, double Mean, double Sigma, double Skewness, double Kurtosis)
{
    /// <summary>Results below the lower limit.</summary>
    public long Below { get; init; }

    /// <summary>Results above the upper limit.</summary>
    public long Above { get; init; }

    /// <summary>Counts in classes of equal width.</summary>
    public required IReadOnlyList<long> Counts { get; init; }

    /// <summary>Lower end of the first class.</summary>
    public double From { get; init; }

    /// <summary>Upper end of the last class.</summary>
    public double To { get; init; }

    /// <summary>Standard error of the mean: sigma over the root of the runs.</summary>
    public double MeanError => Sigma / Math.Sqrt(Runs);

    /// <summary>Standard error of sigma, with the kurtosis found: sigma / root of 2n when it is normal.</summary>
    public double SigmaError => Sigma * Math.Sqrt(Math.Max(0, Kurtosis - 1) / (4.0 * Runs));

    /// <summary>Share outside the limits.</summary>
    public double Rejects => (double)(Below + Above) / Runs;

    /// <summary>Standard error of that share; where none was outside, the share that 95 % of such runs would stay below, over two.</summary>
    public double RejectsError => Below + Above == 0 ? 1.5 / Runs : Math.Sqrt(Rejects * (1 - Rejects) / Runs);

    /// <summary>Value not exceeded by a share of the results, by lines within classes.</summary>
    public double Quantile(double share)
    {
        var (wanted, sum) = (share * Runs, 0L);
        for (var i = 0; i < Counts.Count; i++)
        {
            if (sum + Counts[i] >= wanted && Counts[i] > 0) return From + ((To - From) * (i + ((wanted - sum) / Counts[i])) / Counts.Count);
            sum += Counts[i];
        }

        return To;
    }
}
