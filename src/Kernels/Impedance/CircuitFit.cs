using System.Numerics;
using Voltloop.Kernels.LeastSquares;

namespace Voltloop.Kernels.Impedance;

/// <summary>
/// Complex nonlinear least squares of a circuit to a spectrum (Macdonald and Garber 1977, doi:10.1149/1.2133473). Searched in the
/// logarithms of the parameters, from several starts that follow from the spectrum; the best is kept.
/// </summary>
public static class CircuitFit
{
    /// <summary>Starts that are tried.</summary>
    public const int Starts = 24;

    /// <summary>Relative standard error above which a parameter counts as not determined by the spectrum.</summary>
    public const double Undetermined = 1;

    private const double Span = 1e12;
    private const int MostRestarts = 20;
    private const double Gain = 1e-9;

    /// <summary>Fits.</summary>
    /// <param name="spectrum">At least as many values (two a point) as the circuit has parameters, and one point more.</param>
    /// <param name="circuit">The circuit.</param>
    /// <param name="byModulus">Whether each point weighs by 1/|Z|; else all weigh the same.</param>
    /// <param name="start">Where to begin, one value a parameter; <c>null</c> to try <see cref="Starts"/> places.</param>
    /// <param name="cancellation">Ends the search between two starts.</param>
    public static CircuitFitResult Fit(ImpedanceSpectrum spectrum, ImpedanceCircuit circuit, bool byModulus = false, IReadOnlyList<double>? start = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(2 * spectrum.Count, circuit.Parameters.Count + 2, nameof(spectrum));
        var weights = spectrum.Ohm.Select(ohm => byModulus ? 1 / Math.Max(1e-300, ohm.Magnitude) : 1 / spectrum.Ohm.Max(o => o.Magnitude)).ToArray();
        var starts = new CircuitStart(spectrum, circuit);
        FitResult? best = null;
        for (var number = 0; number < (start is null ? Starts : 1); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var logs = Array.ConvertAll(start?.ToArray() ?? starts.At(number), value => Math.Log(value));
            var found = Search((values, residuals) => Residuals((spectrum, circuit, weights), values, residuals), 2 * spectrum.Count, logs, Bounds(circuit, logs));
            if (best is null || found.SumOfSquares < best.SumOfSquares) best = found;
        }

        return Result(spectrum, circuit, best!);
    }

    // Diffusion makes long flat valleys, where a search ends early; it begins again, undamped, until that gains nothing.
    private static FitResult Search(ResidualFunction residuals, int count, double[] logs, FitBounds bounds)
    {
        var found = LevenbergMarquardt.Fit(residuals, count, logs, bounds);
        for (var again = 0; again < MostRestarts; again++)
        {
            var next = LevenbergMarquardt.Fit(residuals, count, found.Parameters, bounds);
            if (found.SumOfSquares - next.SumOfSquares <= Gain * found.SumOfSquares) return next;
            found = next;
        }

        return found;
    }

    private static CircuitFitResult Result(ImpedanceSpectrum spectrum, ImpedanceCircuit circuit, FitResult best)
    {
        double[] values = [.. best.Parameters.Select(Math.Exp)];
        Complex[] fitted = [.. spectrum.Hertz.Select(hertz => circuit.Ohm(hertz, values))];
        var relative = Math.Sqrt(fitted.Zip(spectrum.Ohm).Average(pair => Square((pair.First - pair.Second).Magnitude / pair.Second.Magnitude)));
        return new CircuitFitResult([.. circuit.Parameters.Select((parameter, i) => new CircuitValue(parameter.Name, parameter.Unit, values[i], Math.Sqrt(best.Variance[i])))], fitted, relative, best.Converged);
    }

    private static void Residuals((ImpedanceSpectrum Spectrum, ImpedanceCircuit Circuit, double[] Weights) of, ReadOnlySpan<double> logs, Span<double> residuals)
    {
        Span<double> values = stackalloc double[logs.Length];
        for (var i = 0; i < logs.Length; i++) values[i] = Math.Exp(logs[i]);
        for (var i = 0; i < of.Spectrum.Count; i++)
        {
            var difference = (of.Spectrum.Ohm[i] - of.Circuit.Ohm(of.Spectrum.Hertz[i], values)) * of.Weights[i];
            (residuals[2 * i], residuals[(2 * i) + 1]) = (difference.Real, difference.Imaginary);
        }
    }

    // α of a constant phase element is at most 1, a capacitor; all else has room on both sides.
    private static FitBounds Bounds(ImpedanceCircuit circuit, double[] logs) => new(
        [.. circuit.Parameters.Select((parameter, i) => IsAlpha(parameter) ? Math.Log(0.2) : logs[i] - Math.Log(Span))],
        [.. circuit.Parameters.Select((parameter, i) => IsAlpha(parameter) ? 0 : logs[i] + Math.Log(Span))]);

    private static bool IsAlpha((string Name, string Unit) parameter) => parameter.Name.EndsWith(".α", StringComparison.Ordinal);

    private static double Square(double value) => value * value;
}
