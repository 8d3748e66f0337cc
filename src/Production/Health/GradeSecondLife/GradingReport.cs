using Voltloop.Health.Model.Grading;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Cells graded, and modules that fit together.</summary>
/// <param name="Cells">The cells in the order of the file.</param>
/// <param name="Modules">Modules of cells of one type and grade.</param>
/// <param name="Policy">Limits and costs.</param>
/// <param name="Method">How the state of health is found.</param>
internal sealed record GradingReport(IReadOnlyList<GradedCell> Cells, IReadOnlyList<GradedModules> Modules, GradingPolicy Policy, string Method)
{
    /// <summary>How the state of health is found, in words.</summary>
    public const string MethodText = "Mean of ridge and Gaussian process for each charge and a process over all, on 21 voltages of pulses; 90 % interval from reference cells left out (conformal prediction, grouped by cell). Error on the four PulseBat types: 0.9 to 3.3 points of state of health (health benchmark pulsebat).";
}
