namespace Voltloop.Kernels.Ageing;

/// <summary>How the electrodes of a cell stand against each other.</summary>
/// <param name="PositiveAh">Capacity of the positive electrode over its whole lithiation, Ah.</param>
/// <param name="NegativeAh">Capacity of the negative electrode, Ah.</param>
/// <param name="PositiveStart">Lithiation of the positive electrode where the discharge begins.</param>
/// <param name="NegativeStart">Lithiation of the negative electrode there.</param>
public sealed record ElectrodeBalance(double PositiveAh, double NegativeAh, double PositiveStart, double NegativeStart)
{
    /// <summary>Standard deviations of the four, in the same order and units.</summary>
    public double[] Deviations { get; init; } = [0, 0, 0, 0];

    /// <summary>Whether the data determine the positive capacity, the negative one, and the lithium: <see cref="BalanceProfile"/>.</summary>
    public (bool Positive, bool Negative, bool Lithium) Determined { get; init; } = (true, true, true);

    /// <summary>Root mean square of the voltage residual, V.</summary>
    public double RmsVolt { get; init; }

    /// <summary>Lithium that can cycle, Ah.</summary>
    public double LithiumAh => PositiveAh * PositiveStart + NegativeAh * NegativeStart;

    /// <summary>Voltage in V after a discharge of so many Ah.</summary>
    public double Volt(HalfCell positive, HalfCell negative, double dischargedAh) =>
        positive.At(PositiveStart + dischargedAh / PositiveAh) - negative.At(NegativeStart - dischargedAh / NegativeAh);
}
