namespace Voltloop.Kernels.Circuit;

/// <summary>One sample of an identification with what does not depend on the parameters.</summary>
/// <param name="Index">Place in its run.</param>
/// <param name="Place">Segment among the nodes.</param>
/// <param name="Share">Share of the way through the segment.</param>
/// <param name="Charge">State of charge.</param>
/// <param name="Ocv">Open-circuit voltage before correction, V.</param>
/// <param name="Ampere">Current, A.</param>
/// <param name="Volt">Voltage measured, V.</param>
/// <param name="Celsius">Temperature, degC.</param>
internal sealed record FitSample(int Index, int Place, double Share, double Charge, double Ocv, double Ampere, double Volt, double Celsius)
{
    /// <summary>1/T − 1/298.15 K.</summary>
    public double Coldness { get; } = Activation.Coldness(Celsius);

    /// <summary>2RT/F in V.</summary>
    public double TwiceThermal { get; } = CellCircuit.TwiceThermal * (Celsius + 273.15);

    /// <summary>Where the curve is steep, an error of the voltage is a small error of the charge and weighs less.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Current through the fast branch, A.</summary>
    public double Fast { get; set; }

    /// <summary>Current through the slow branch, A.</summary>
    public double Slow { get; set; }
}
