namespace Voltloop.Kernels.Impedance;

/// <summary>Where the search for the parameters of a circuit begins: resistances from the width of the spectrum, times spread over its decades.</summary>
/// <param name="spectrum">The spectrum.</param>
/// <param name="circuit">The circuit.</param>
internal sealed class CircuitStart(ImpedanceSpectrum spectrum, ImpedanceCircuit circuit)
{
    private const double Alpha = 0.8;

    private readonly double _least = spectrum.Ohm.Min(ohm => Math.Abs(ohm.Real));
    private readonly double _width = Math.Max(1e-12, spectrum.Ohm.Max(ohm => ohm.Real) - spectrum.Ohm.Min(ohm => ohm.Real));
    private readonly double _fastest = 1 / (2 * Math.PI * spectrum.Hertz[0]);
    private readonly double _slowest = 1 / (2 * Math.PI * spectrum.Hertz[^1]);

    /// <summary>A start; each number gives another one, always the same.</summary>
    public double[] At(int number)
    {
        var random = new Random(number);
        var values = new List<double>();
        foreach (var element in circuit.Elements) values.AddRange(Values(element, values.Count == 0, random));
        return [.. values];
    }

    private double[] Values(CircuitElement element, bool isFirst, Random random)
    {
        var (ohm, seconds) = (_width * Math.Pow(10, -1.2 * random.NextDouble()), _fastest * Math.Pow(_slowest / _fastest, random.NextDouble()));
        return element.Kind switch
        {
            "R" => [isFirst ? Math.Max(_least, 1e-3 * _width) : ohm],
            "L" => [_fastest * Math.Max(_least, 1e-3 * _width)],
            "C" => [seconds / ohm],
            "CPE" => [Math.Pow(seconds, Alpha) / ohm, Alpha],
            "W" => [ohm / Math.Sqrt(_slowest)],
            _ => [ohm, Math.Max(seconds, _slowest / 10)],
        };
    }
}
