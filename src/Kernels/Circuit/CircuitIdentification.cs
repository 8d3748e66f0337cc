using Voltloop.Kernels.LeastSquares;

namespace Voltloop.Kernels.Circuit;

/// <summary>
/// Identifies the circuit from recordings with known charge: resistances at the nodes, time constants, activation
/// temperatures and a correction of the open-circuit voltage, by bounded least squares on the voltage with weak smoothness
/// and the literature's activation temperatures as priors (Plett, J. Power Sources 134 (2004) 262; Hu, Li and Peng, J.
/// Power Sources 198 (2012) 359). Refuses recordings whose current hardly changes.
/// </summary>
public static class CircuitIdentification
{
    /// <summary>Fewest samples per parameter.</summary>
    public const int FewestPerParameter = 10;

    /// <summary>The circuit, or <c>null</c> when the recordings do not excite it: then nothing is invented.</summary>
    /// <param name="ocv">Open-circuit voltage to start from.</param>
    /// <param name="capacityAh">Capacity, Ah.</param>
    /// <param name="runs">Recordings.</param>
    /// <param name="settings">What is presumed.</param>
    public static IdentifiedCircuit? Find(OcvCurve ocv, double capacityAh, IReadOnlyList<CircuitRun> runs, IdentificationSettings settings)
    {
        var problem = new CircuitFitProblem(ocv, capacityAh, runs, settings);
        var excitation = problem.Excitation();
        if (problem.Used < FewestPerParameter * problem.Parameters || !(excitation >= settings.LeastExcitation * capacityAh))
        {
            return null;
        }

        var fit = LevenbergMarquardt.Fit(problem.Residuals, problem.Residuals0, problem.Start(), problem.Bounds());
        return new IdentifiedCircuit(
            problem.Circuit(fit.Parameters), problem.RmsOf(fit.Parameters), problem.OhmicSpread(fit), excitation, fit.Iterations, fit.Converged);
    }
}
