namespace Voltloop.Kernels.Circuit;

/// <summary>The circuit as tables over charge and temperature, so that one step of a filter takes no exponential.</summary>
public sealed class CircuitTable
{
    private const int ChargePoints = 221;
    private const double FirstCharge = -0.05;
    private const double LastCharge = 1.05;
    private const double FirstCelsius = -60;
    private const double CelsiusStep = 0.5;
    private const int CelsiusPoints = 321;
    private const int ChargeStride = 6;
    private const int CelsiusStride = 3;
    private readonly double[] _byCharge = new double[ChargePoints * ChargeStride];
    private readonly double[] _byCelsius = new double[CelsiusPoints * CelsiusStride];

    /// <summary>Tabulates a circuit.</summary>
    public CircuitTable(CellCircuit circuit)
    {
        Circuit = circuit;
        for (var i = 0; i < ChargePoints; i++)
        {
            var charge = FirstCharge + i * (LastCharge - FirstCharge) / (ChargePoints - 1);
            var (ohmic, kinetic, fast, slow) = circuit.Resistances.At(charge);
            double[] row = [circuit.Ocv.At(charge), circuit.Ocv.Slope(charge), ohmic, kinetic, fast, slow];
            row.CopyTo(_byCharge, i * ChargeStride);
        }

        for (var i = 0; i < CelsiusPoints; i++)
        {
            var cold = Activation.Coldness(FirstCelsius + i * CelsiusStep);
            double[] row = [Math.Exp(circuit.Activation.Ohmic * cold), Math.Exp(circuit.Activation.ChargeTransfer * cold), Math.Exp(circuit.Activation.Diffusion * cold)];
            row.CopyTo(_byCelsius, i * CelsiusStride);
        }
    }

    /// <summary>The circuit.</summary>
    public CellCircuit Circuit { get; }

    /// <summary>Lowest and highest charge of the table: −0.05 and 1.05.</summary>
    public static (double Low, double High) ChargeRange => (FirstCharge, LastCharge);

    /// <summary>Voltages, slopes and resistances at a charge and a temperature in degC, both moved into the table.</summary>
    public CircuitPoint At(double charge, double celsius)
    {
        var t = Math.Clamp((celsius - FirstCelsius) / CelsiusStep, 0, CelsiusPoints - 1.000001);
        var warm = (int)t;
        t -= warm;
        var temperature = _byCelsius.AsSpan(warm * CelsiusStride, 2 * CelsiusStride);
        var c = Math.Clamp((charge - FirstCharge) * ((ChargePoints - 1) / (LastCharge - FirstCharge)), 0, ChargePoints - 1.000001);
        var place = (int)c;
        c -= place;
        var row = _byCharge.AsSpan(place * ChargeStride, 2 * ChargeStride);
        var diffusion = temperature[2] + t * (temperature[5] - temperature[2]);
        return new CircuitPoint(
            row[0] + c * (row[6] - row[0]),
            row[1] + c * (row[7] - row[1]),
            (row[2] + c * (row[8] - row[2])) * (temperature[0] + t * (temperature[3] - temperature[0])),
            (row[3] + c * (row[9] - row[3])) * (temperature[1] + t * (temperature[4] - temperature[1])),
            (row[4] + c * (row[10] - row[4])) * diffusion,
            (row[5] + c * (row[11] - row[5])) * diffusion,
            CellCircuit.TwiceThermal * (celsius + 273.15));
    }
}
