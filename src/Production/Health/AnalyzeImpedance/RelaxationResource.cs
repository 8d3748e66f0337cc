using Voltloop.Kernels.Impedance;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>A distribution of relaxation times.</summary>
/// <param name="Seconds">Times, s, rising, ten a decade.</param>
/// <param name="Ohms">Resistance that relaxes in each, Ω.</param>
/// <param name="Peaks">Peaks, fastest first.</param>
internal sealed record RelaxationResource(IReadOnlyList<double> Seconds, IReadOnlyList<double> Ohms, IReadOnlyList<RelaxationPeak> Peaks)
{
    /// <summary>Resistance that relaxes at once, Ω.</summary>
    public double OhmicOhm { get; init; }

    /// <summary>All resistance that relaxes, Ω.</summary>
    public double PolarisationOhm { get; init; }

    /// <summary>Method and source.</summary>
    public string Method { get; init; } = "eis.relaxation-times-tikhonov (Wan et al. 2015, doi:10.1016/j.electacta.2015.09.097)";

    /// <summary>A distribution.</summary>
    public static RelaxationResource Of(RelaxationResult result) => new(result.Seconds, result.Ohms, [.. result.Peaks().Select(peak => new RelaxationPeak(peak.Seconds, peak.Ohms))])
    {
        OhmicOhm = result.Ohmic, PolarisationOhm = result.Polarisation,
    };
}
