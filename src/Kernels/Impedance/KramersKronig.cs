using System.Numerics;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Impedance;

/// <summary>
/// Whether a spectrum can be that of a linear, causal and steady system: the linear Kramers-Kronig test with the number of elements
/// found by the mean over sign changes (Schönleber, Klotz and Ivers-Tiffée 2014, doi:10.1016/j.electacta.2014.01.034). A chain of RC
/// elements with fixed times, a resistance and an inductance is fitted by linear least squares weighted by 1/|Z|; elements are added
/// until negative resistances say that noise is being fitted.
/// </summary>
public static class KramersKronig
{
    /// <summary>µ below which noise is fitted.</summary>
    public const double MuLimit = 0.85;

    /// <summary>Most elements.</summary>
    public const int MostElements = 50;

    /// <summary>Residual, as a part of |Z|, up to which a point counts as valid: one percent, as is usual for batteries.</summary>
    public const double ValidUpTo = 0.01;

    /// <summary>Fewest points that can be tested.</summary>
    public const int FewestPoints = 5;

    /// <summary>Tests a spectrum without and with a capacitance in series, and takes the latter when it halves the largest residual.</summary>
    /// <param name="spectrum">At least <see cref="FewestPoints"/> points.</param>
    public static KramersKronigResult Test(ImpedanceSpectrum spectrum)
    {
        var (without, with) = (Test(spectrum, false), Test(spectrum, true));
        return with.Largest < 0.5 * without.Largest ? with : without;
    }

    /// <summary>Tests a spectrum.</summary>
    /// <param name="spectrum">At least <see cref="FewestPoints"/> points.</param>
    /// <param name="withCapacitance">Adds a capacitance in series, for spectra that end in a steep line at low frequency.</param>
    /// <param name="muLimit">µ at which no more elements are added.</param>
    public static KramersKronigResult Test(ImpedanceSpectrum spectrum, bool withCapacitance, double muLimit = MuLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(spectrum.Count, FewestPoints, nameof(spectrum));
        var most = Math.Min(MostElements, (2 * spectrum.Count) - 3);
        for (var elements = 1; ; elements++)
        {
            var result = Fit(spectrum, elements, withCapacitance);
            if (result.Mu <= muLimit || elements == most) return result;
        }
    }

    private static KramersKronigResult Fit(ImpedanceSpectrum spectrum, int elements, bool withCapacitance)
    {
        var (taus, others) = (Taus(spectrum, elements), withCapacitance ? 3 : 2);
        var (matrix, right) = (new Matrix(2 * spectrum.Count, elements + others), new double[2 * spectrum.Count]);
        for (var i = 0; i < spectrum.Count; i++)
        {
            var weight = 1 / spectrum.Ohm[i].Magnitude;
            for (var k = 0; k < matrix.Columns; k++) Put(matrix, (i, k), Term(k, i, (spectrum, taus)) * weight);
            (right[2 * i], right[(2 * i) + 1]) = (spectrum.Ohm[i].Real * weight, spectrum.Ohm[i].Imaginary * weight);
        }

        var values = PseudoInverse.Solve(matrix, right);
        var fitted = matrix.Times(values);
        Complex[] residuals = [.. Enumerable.Range(0, spectrum.Count).Select(i => new Complex(right[2 * i] - fitted[2 * i], right[(2 * i) + 1] - fitted[(2 * i) + 1]))];
        return new KramersKronigResult(elements, Mu(values.AsSpan(1, elements)), residuals) { WithCapacitance = withCapacitance };
    }

    // Resistance, then the RC elements, the inductance, the inverse of the capacitance; the last two of size one where they are largest.
    private static Complex Term(int k, int point, (ImpedanceSpectrum Spectrum, double[] Taus) of)
    {
        var hertz = of.Spectrum.Hertz;
        if (k == 0) return 1;
        if (k <= of.Taus.Length) return 1 / new Complex(1, 2 * Math.PI * hertz[point] * of.Taus[k - 1]);
        return new Complex(0, k == of.Taus.Length + 1 ? hertz[point] / hertz[0] : -hertz[^1] / hertz[point]);
    }

    private static void Put(Matrix matrix, (int Point, int Column) at, Complex term) =>
        (matrix[2 * at.Point, at.Column], matrix[(2 * at.Point) + 1, at.Column]) = (term.Real, term.Imaginary);

    private static double[] Taus(ImpedanceSpectrum spectrum, int elements)
    {
        var (fastest, slowest) = (1 / (2 * Math.PI * spectrum.Hertz[0]), 1 / (2 * Math.PI * spectrum.Hertz[^1]));
        return [.. Enumerable.Range(0, elements).Select(k => elements == 1 ? fastest : fastest * Math.Pow(slowest / fastest, k / (elements - 1.0)))];
    }

    private static double Mu(ReadOnlySpan<double> resistances)
    {
        var (negative, positive) = (0.0, 0.0);
        foreach (var ohm in resistances)
        {
            if (ohm < 0) negative -= ohm;
            else positive += ohm;
        }

        return positive > 0 ? 1 - (negative / positive) : 0;
    }
}
