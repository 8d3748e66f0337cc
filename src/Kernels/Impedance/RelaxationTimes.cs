using System.Numerics;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Impedance;

/// <summary>
/// Distribution of relaxation times: how much resistance relaxes in which time, without a circuit being presumed (Wan, Saccoccio, Chen
/// and Ciucci 2015, doi:10.1016/j.electacta.2015.09.097). Tikhonov regularisation of the second difference over ln τ, no negative
/// resistance. What relaxes slower than the spectrum reaches is not resolved and gathers at its slow end.
/// </summary>
public static class RelaxationTimes
{
    /// <summary>Strength of the regularisation unless told otherwise.</summary>
    public const double UsualSmoothing = 0.03;

    /// <summary>Fewest points.</summary>
    public const int FewestPoints = 10;

    private const int PerDecade = 10;
    private const double Beyond = 0.5;

    /// <summary>Computes the distribution.</summary>
    /// <param name="spectrum">At least <see cref="FewestPoints"/> points.</param>
    /// <param name="smoothing">Strength of the regularisation, without unit; larger is smoother.</param>
    public static RelaxationResult Compute(ImpedanceSpectrum spectrum, double smoothing = UsualSmoothing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(spectrum.Count, FewestPoints, nameof(spectrum));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smoothing);
        var (taus, scale) = (Taus(spectrum), spectrum.Ohm.Max(ohm => ohm.Magnitude));
        var (matrix, right) = (new Matrix((2 * spectrum.Count) + taus.Length, taus.Length + 2), new double[(2 * spectrum.Count) + taus.Length]);
        for (var i = 0; i < spectrum.Count; i++) Fill(matrix, right, i, (spectrum, taus, scale));
        for (var k = 0; k < taus.Length; k++) Smooth(matrix, (2 * spectrum.Count) + k, k, (taus.Length, smoothing));
        var found = NonNegative.Solve(matrix, right);
        double[] ohms = [.. found.Take(taus.Length).Select(part => part * scale)];
        return new RelaxationResult(taus, ohms, found[^2] * scale, found[^1] * scale / (2 * Math.PI * spectrum.Hertz[0]));
    }

    private static void Fill(Matrix matrix, double[] right, int i, (ImpedanceSpectrum Spectrum, double[] Taus, double Scale) of)
    {
        var (omega, weight) = (2 * Math.PI * of.Spectrum.Hertz[i], of.Scale / of.Spectrum.Ohm[i].Magnitude);
        for (var k = 0; k < of.Taus.Length; k++) Put(matrix, i, k, weight / new Complex(1, omega * of.Taus[k]));
        Put(matrix, i, of.Taus.Length, weight);
        Put(matrix, i, of.Taus.Length + 1, new Complex(0, weight * of.Spectrum.Hertz[i] / of.Spectrum.Hertz[0]));
        var measured = of.Spectrum.Ohm[i] / of.Spectrum.Ohm[i].Magnitude;
        (right[2 * i], right[(2 * i) + 1]) = (measured.Real, measured.Imaginary);
    }

    // Beyond both ends there is nothing, so a distribution that is cut off costs something.
    private static void Smooth(Matrix matrix, int row, int k, (int Count, double Strength) of)
    {
        matrix[row, k] = -2 * of.Strength * PerDecade;
        if (k > 0) matrix[row, k - 1] = of.Strength * PerDecade;
        if (k < of.Count - 1) matrix[row, k + 1] = of.Strength * PerDecade;
    }

    private static void Put(Matrix matrix, int point, int column, Complex term) => (matrix[2 * point, column], matrix[(2 * point) + 1, column]) = (term.Real, term.Imaginary);

    private static double[] Taus(ImpedanceSpectrum spectrum)
    {
        var (from, to) = (Math.Log10(1 / (2 * Math.PI * spectrum.Hertz[0])) - Beyond, Math.Log10(1 / (2 * Math.PI * spectrum.Hertz[^1])) + Beyond);
        var count = (int)Math.Ceiling((to - from) * PerDecade) + 1;
        return [.. Enumerable.Range(0, count).Select(k => Math.Pow(10, from + (k / (double)PerDecade)))];
    }
}
