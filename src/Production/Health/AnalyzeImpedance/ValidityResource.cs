using Voltloop.Kernels.Impedance;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>Whether the spectrum can be that of a linear, causal and steady cell.</summary>
/// <param name="IsValid">All residuals are within the limit.</param>
/// <param name="ValidPoints">Points within the limit.</param>
/// <param name="LimitPercent">The limit, percent of |Z|.</param>
/// <param name="LargestPercent">Largest residual, percent of |Z|.</param>
internal sealed record ValidityResource(bool IsValid, int ValidPoints, double LimitPercent, double LargestPercent)
{
    /// <summary>Elements of the chain.</summary>
    public int Elements { get; init; }

    /// <summary>µ of the chain.</summary>
    public double Mu { get; init; }

    /// <summary>Whether the chain has a capacitance in series.</summary>
    public bool WithCapacitance { get; init; }

    /// <summary>Method and source.</summary>
    public string Method { get; init; } = "eis.linear-kramers-kronig (Schönleber et al. 2014, doi:10.1016/j.electacta.2014.01.034)";

    /// <summary>What the test found.</summary>
    public static ValidityResource Of(KramersKronigResult test) =>
        new(test.ValidPoints == test.Residuals.Count, test.ValidPoints, 100 * KramersKronig.ValidUpTo, 100 * test.Largest) { Elements = test.Elements, Mu = test.Mu, WithCapacitance = test.WithCapacitance };
}
