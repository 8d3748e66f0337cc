namespace Voltloop.Quality.Model;

/// <summary>What was estimated in a phase and is frozen.</summary>
/// <param name="Center">Centre, in the unit of the values; for counts the share, or the rate per unit.</param>
/// <param name="Sigma">Standard deviation of single values; for counts Laney's widening, 1 without.</param>
/// <param name="Samples">Samples it was estimated from; 0 when it was given.</param>
internal sealed record ChartBaseline(double Center, double Sigma, int Samples)
{
    /// <summary>Memory of an autocorrelated process, φ.</summary>
    public double Memory { get; init; }

    /// <summary>Centre and standard deviation of each product, for short runs.</summary>
    public IReadOnlyDictionary<string, (double Center, double Sigma)> Parts { get; init; } = new Dictionary<string, (double, double)>(StringComparer.Ordinal);
}
