namespace Voltloop.Kernels.Filters;

/// <summary>
/// What the filters presume about noise. The error of the model is not white: it is a voltage of its own that wanders with a
/// time constant, so that ten thousand alike residuals do not count as ten thousand witnesses.
/// </summary>
public sealed record ChargeNoise
{
    /// <summary>White noise of the voltage, V.</summary>
    public double Volt { get; init; } = 0.04;

    /// <summary>White noise of the voltage per change of current between two samples, Ohm: what happens faster than the sampling.</summary>
    public double StepOhm { get; init; } = 0.01;

    /// <summary>White noise of the voltage as a share of the overpotential.</summary>
    public double LoadShare { get; init; } = 0.2;

    /// <summary>Standard deviation of the wandering model error, V.</summary>
    public double ModelVolt { get; init; } = 0.05;

    /// <summary>Its standard deviation at the start, V: a cell that has rested shows its open-circuit voltage more closely.</summary>
    public double RestVolt { get; init; } = 0.02;

    /// <summary>Its time constant, s.</summary>
    public double ModelSeconds { get; init; } = 300;

    /// <summary>Standard deviation of the state of charge that the filter is told, as long as the first voltage does not refute it.</summary>
    public double StartCharge { get; init; } = 0.01;

    /// <summary>Standard deviation of it once the first voltage has refuted it.</summary>
    public double RefutedCharge { get; init; } = 0.3;

    /// <summary>Innovation, in standard deviations, that refutes what the filter was told.</summary>
    public double RefutedBy { get; init; } = 3;

    /// <summary>Standard deviation of the branch currents at the start, A.</summary>
    public double StartAmpere { get; init; } = 0.3;

    /// <summary>White noise of the current as standard deviation of its mean over one second, A.</summary>
    public double Ampere { get; init; } = 0.01;

    /// <summary>Standard deviation of the offset of the current sensor, A.</summary>
    public double OffsetAmpere { get; init; } = 0.05;

    /// <summary>Standard deviation of the capacity, relative.</summary>
    public double Capacity { get; init; } = 0.05;

    /// <summary>Standard deviation of the resistances as a whole, relative, at 25 degC.</summary>
    public double Resistance { get; init; } = 0.05;

    /// <summary>Standard deviation of the activation temperatures, K: times 1/T − 1/298 K it adds to <see cref="Resistance"/>.</summary>
    public double ActivationKelvin { get; init; } = 700;

    /// <summary>Time constant with which the resistance factor wanders, s.</summary>
    public double ResistanceSeconds { get; init; } = 10_000;

    /// <summary>Current that may flow where none is known, A.</summary>
    public double UnknownAmpere { get; init; } = 3;

    /// <summary>Variance of one voltage, V², at an overpotential in V and a change of current in A.</summary>
    public double Variance(double overpotential, double change) =>
        Volt * Volt + LoadShare * LoadShare * overpotential * overpotential + StepOhm * StepOhm * change * change;

    /// <summary>Whether the first voltage refutes the charge that a filter was told.</summary>
    /// <param name="innovation">Voltage measured minus predicted, V.</param>
    /// <param name="slope">Slope of the open-circuit voltage there, V per unit of charge.</param>
    /// <param name="overpotential">Overpotential predicted, V; half of it may be wrong.</param>
    public bool Refutes(double innovation, double slope, double overpotential)
    {
        var variance = StartCharge * StartCharge * slope * slope + RestVolt * RestVolt + 0.25 * overpotential * overpotential;
        return innovation * innovation > RefutedBy * RefutedBy * variance;
    }

    /// <summary>Variance in (A s)² that a step adds to the charge counted, when the current has not been known for so many seconds before and during it.</summary>
    public double UnknownVariance(double deafSeconds, double seconds)
    {
        // An unknown current may stay the same: its effect grows with the square of the time.
        var before = Math.Max(0, deafSeconds - seconds);
        return UnknownAmpere * UnknownAmpere * (deafSeconds * deafSeconds - before * before);
    }

    /// <summary>Variance of the resistance factor at a temperature in degC.</summary>
    public double ResistanceVariance(double celsius)
    {
        var cold = ActivationKelvin * Circuit.Activation.Coldness(celsius);
        return Resistance * Resistance + cold * cold;
    }
}
