namespace Voltloop.Kernels.Commonality;

/// <summary>A stretch of a series in which the mean was off.</summary>
/// <param name="First">First reading of it.</param>
/// <param name="Last">Last reading of it.</param>
/// <param name="Mean">Mean outside, unit of the readings.</param>
/// <param name="Shift">How far the mean was off once the shift was full, unit of the readings.</param>
public sealed record ShiftFound(int First, int Last, double Mean, double Shift)
{
    /// <summary>Readings with which it may have begun: those at most 1.92 less likely (natural logarithm).</summary>
    public (int Earliest, int Latest) Onset { get; init; }

    /// <summary>Readings with which it may have ended.</summary>
    public (int Earliest, int Latest) End { get; init; }

    /// <summary>Probability by chance, after everything that was tried.</summary>
    public double Probability { get; init; }

    /// <summary>How much likelier the readings are with it, natural logarithm.</summary>
    public double LogLikelihoodRatio { get; init; }
}
