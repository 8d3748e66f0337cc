namespace Voltloop.Kernels.Circuit;

/// <summary>What an identification presumes.</summary>
public sealed record IdentificationSettings
{
    /// <summary>Nodes of charge of the resistances.</summary>
    public double[] Nodes { get; init; } = [0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 1];

    /// <summary>Time constant of the fast branch that the search starts from, s.</summary>
    public double FastStart { get; init; } = 15;

    /// <summary>Time constant of the slow branch that the search starts from, s.</summary>
    public double SlowStart { get; init; } = 400;

    /// <summary>Points of the correction of the open-circuit voltage.</summary>
    public int CorrectionPoints { get; init; } = 21;

    /// <summary>Standard deviation of the correction, V.</summary>
    public double CorrectionSpread { get; init; } = 0.005;

    /// <summary>Largest correction, V.</summary>
    public double LargestCorrection { get; init; } = 0.03;

    /// <summary>Samples below this charge are left out: there the reference charge itself is uncertain.</summary>
    public double LeastCharge { get; init; } = 0.03;

    /// <summary>Every so many samples is used.</summary>
    public int Stride { get; init; } = 5;

    /// <summary>What is presumed of the activation temperatures, K.</summary>
    public Activation Prior { get; init; } = Activation.Literature;

    /// <summary>Standard deviations of <see cref="Prior"/>, K.</summary>
    public Activation PriorSpread { get; init; } = Activation.Spread;

    /// <summary>Least standard deviation of the current, as a multiple of the capacity per hour, for an identification.</summary>
    public double LeastExcitation { get; init; } = 0.05;
}
