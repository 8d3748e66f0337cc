using System.Numerics;

namespace Voltloop.Kernels.Impedance;

/// <summary>Impedance at frequencies, highest frequency first. The capacitive branch has a negative imaginary part.</summary>
public sealed class ImpedanceSpectrum
{
    private ImpedanceSpectrum(double[] hertz, Complex[] ohm) => (Hertz, Ohm) = (hertz, ohm);

    /// <summary>Frequencies, Hz; each once, falling.</summary>
    public double[] Hertz { get; }

    /// <summary>Impedance, Ω.</summary>
    public Complex[] Ohm { get; }

    /// <summary>Number of points.</summary>
    public int Count => Hertz.Length;

    /// <summary>A spectrum of points in any order.</summary>
    /// <exception cref="ArgumentException">A frequency is not above zero or stands twice, or a value is not finite.</exception>
    public static ImpedanceSpectrum Of(IEnumerable<(double Hertz, Complex Ohm)> points)
    {
        var ordered = points.OrderByDescending(point => point.Hertz).ToArray();
        if (Array.Exists(ordered, point => !(point.Hertz > 0) || !double.IsFinite(point.Hertz) || !Complex.IsFinite(point.Ohm))) throw new ArgumentException("Frequencies are above zero, and values finite.", nameof(points));
        if (ordered.DistinctBy(point => point.Hertz).Count() != ordered.Length) throw new ArgumentException("A frequency stands twice.", nameof(points));
        return new ImpedanceSpectrum([.. ordered.Select(point => point.Hertz)], [.. ordered.Select(point => point.Ohm)]);
    }

    /// <summary>Without the points of cables and coils, where the imaginary part is not below zero.</summary>
    public ImpedanceSpectrum WithoutInductive() => Of(Hertz.Zip(Ohm).Where(point => point.Second.Imaginary < 0));
}
