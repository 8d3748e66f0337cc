namespace Voltloop.Kernels.Impedance;

/// <summary>A distribution of relaxation times.</summary>
/// <param name="Seconds">Relaxation times, s, rising, ten a decade.</param>
/// <param name="Ohms">Resistance that relaxes in each, Ω.</param>
/// <param name="Ohmic">Resistance that relaxes at once, Ω.</param>
/// <param name="Henry">Inductance, H.</param>
public sealed record RelaxationResult(double[] Seconds, double[] Ohms, double Ohmic, double Henry)
{
    // Smoothing leaves ripples beside each peak, up to some percent of its height.
    private const double Smallest = 0.1;

    /// <summary>All resistance that relaxes, Ω.</summary>
    public double Polarisation => Ohms.Sum();

    /// <summary>Peaks, fastest first: the time of the top, and the resistance from valley to valley.</summary>
    public IReadOnlyList<(double Seconds, double Ohms)> Peaks()
    {
        int[] tops = [.. Enumerable.Range(0, Ohms.Length).Where(IsTop)];
        int[] valleys = [0, .. tops.Skip(1).Select((top, i) => Enumerable.Range(tops[i], top - tops[i]).MinBy(k => Ohms[k])), Ohms.Length];
        return [.. tops.Select((top, i) => (Seconds[top], Ohms[valleys[i]..valleys[i + 1]].Sum()))];
    }

    private bool IsTop(int k) =>
        Ohms[k] > Smallest * Ohms.Max() && (k == 0 || Ohms[k] > Ohms[k - 1]) && (k == Ohms.Length - 1 || Ohms[k] >= Ohms[k + 1]);
}
