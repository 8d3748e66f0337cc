namespace Voltloop.Kernels.CellModel;

/// <summary>How long the steps of a simulation are: short after a change of current, then longer and longer.</summary>
/// <param name="FirstSeconds">First step after a change of current, s.</param>
/// <param name="MostSeconds">Longest step, s.</param>
/// <param name="Growth">What each step is longer than the one before.</param>
/// <param name="Theta">1 for backward Euler, 0.5 for Crank and Nicolson.</param>
public sealed record StepPlan(double FirstSeconds = 0.05, double MostSeconds = 10, double Growth = 1.5, double Theta = 0.5)
{
    /// <summary>Steps after a change of current that are always backward Euler, since Crank and Nicolson would swing there (Rannacher 1984).</summary>
    public const int SmoothingSteps = 2;
}
