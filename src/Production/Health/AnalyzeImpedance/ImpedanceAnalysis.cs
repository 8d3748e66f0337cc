using Voltloop.Core.Problems;
using Voltloop.Kernels.Impedance;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>Tests a spectrum, fits a circuit to it and spreads it over relaxation times.</summary>
internal static class ImpedanceAnalysis
{
    /// <summary>Analyses a file.</summary>
    /// <exception cref="ProblemException">The circuit cannot be read, or the spectrum has too few points for it.</exception>
    public static ImpedanceResource Of(ImpedanceFile file, ImpedanceRequest request, CancellationToken cancellation)
    {
        var circuit = request.ReadCircuit();
        var (spectrum, used) = (file.Spectrum, request.Inductive ? file.Spectrum : file.Spectrum.WithoutInductive());
        if (2 * used.Count < circuit.Parameters.Count + 2) throw new ProblemException(CommonProblems.InvalidValue, $"{used.Count} points do not determine the {circuit.Parameters.Count} parameters of {circuit.Text}.", "circuit", "Choose a smaller circuit.");
        var (test, fit) = (KramersKronig.Test(spectrum), CircuitFit.Fit(used, circuit, request.ByModulus, cancellation: cancellation));
        return new ImpedanceResource(file.Name, file.Format, file.Notes)
        {
            Points = [.. spectrum.Hertz.Select((hertz, i) => ImpedancePoint.Of(hertz, (spectrum.Ohm[i], circuit.Ohm(hertz, [.. fit.Values.Select(value => value.Value)])), test.Residuals[i]))],
            Validity = ValidityResource.Of(test),
            Circuit = CircuitResource.Of(circuit, fit, (request.ByModulus, used.Count)),
            Relaxation = spectrum.Count < RelaxationTimes.FewestPoints ? null : RelaxationResource.Of(RelaxationTimes.Compute(spectrum)),
        };
    }
}
