namespace Voltloop.Health.Model.Grading;

/// <summary>
/// Voltages at the turning points of pulses of 5 s: at rest, then at begin and end of charge pulse, rest, discharge pulse and rest
/// at 0.5 C and 1 C, then charge pulse and rest at 1.5 C (the form of the PulseBat set).
/// </summary>
/// <param name="Charge">Charge put in from empty, % of the nominal capacity; NaN when unknown.</param>
/// <param name="Voltages">The 21 voltages, V.</param>
internal sealed record PulseReading(double Charge, double[] Voltages)
{
    /// <summary>Turning points of a reading.</summary>
    public const int Points = 21;

    /// <summary>State of health measured by a full discharge, %; <c>null</c> when it is to be found.</summary>
    public double? Health { get; init; }

    /// <summary>Voltages and the steps between them.</summary>
    public double[] Features() => [.. Voltages, .. Steps()];

    /// <summary>The same with the charge, which comes last.</summary>
    public double[] FeaturesWithCharge() => [.. Voltages, .. Steps(), Charge];

    /// <summary>Resistance of the pulse of 1 C after 5 s, Ohm, for a nominal capacity in Ah: rise from rest to the end of the charge pulse over the current.</summary>
    public double Resistance(double nominal) => (Voltages[10] - Voltages[8]) / nominal;

    private IEnumerable<double> Steps() => Enumerable.Range(1, Points - 1).Select(k => Voltages[k] - Voltages[k - 1]);
}
