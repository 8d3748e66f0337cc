namespace Voltloop.Kernels.Commonality;

/// <summary>The stretch of time in which a level made bad units.</summary>
/// <param name="From">First moment, unit of the times given.</param>
/// <param name="To">Last moment.</param>
/// <param name="LogLikelihoodRatio">How much likelier the data are with it, natural logarithm.</param>
public sealed record BadWindow(double From, double To, double LogLikelihoodRatio)
{
    /// <summary>Interval for the beginning: starts whose best window is at most 3 less likely (natural logarithm), to the moment before them.</summary>
    public (double Earliest, double Latest) Onset { get; init; }

    /// <summary>Interval for the end.</summary>
    public (double Earliest, double Latest) End { get; init; }

    /// <summary>Probability of such a window by chance when the level was as bad all the time: by seeded permutation of its units. NaN when not asked for.</summary>
    public double Probability { get; init; } = double.NaN;
}
