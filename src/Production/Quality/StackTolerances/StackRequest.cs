using Voltloop.Core.Problems;

namespace Voltloop.Quality.StackTolerances;

/// <summary>What is asked of a table of contributors.</summary>
/// <param name="Stack">Which result; the last of the table when left out.</param>
/// <param name="Lsl">Lower limit of the result.</param>
/// <param name="Usl">Upper limit of the result.</param>
/// <param name="Runs">Assemblies to simulate; 1,000,000 when left out.</param>
/// <param name="Seed">Seed of the simulation; 1 when left out.</param>
/// <param name="Allocate">Half width of the result that tolerances with costs are to be chosen for; none when left out.</param>
/// <param name="By">rss or worst: how these are to add up; rss when left out.</param>
internal sealed record StackRequest(string? Stack = null, double? Lsl = null, double? Usl = null, long? Runs = null, int? Seed = null, double? Allocate = null, string? By = null)
{
    /// <summary>Assemblies when nothing is said.</summary>
    public const long UsualRuns = 1_000_000;

    /// <summary>Fewest assemblies.</summary>
    public const long FewestRuns = 1_000;

    /// <summary>Most dimensions drawn in one simulation: assemblies times contributors.</summary>
    public const long MaxDraws = 2_000_000_000;

    /// <summary>The same, when it makes sense.</summary>
    /// <exception cref="ProblemException">A value breaks its bounds.</exception>
    public StackRequest Checked()
    {
        if (Lsl >= Usl) throw new ProblemException(QualityProblems.LimitsCrossed, FormattableString.Invariant($"The lower limit {Lsl} is not below the upper limit {Usl}."), "lsl");
        if (Runs is < FewestRuns or > Kernels.Tolerances.StackSimulation.MaxRuns) throw new ProblemException(CommonProblems.InvalidValue, $"{Runs} runs; {FewestRuns} to {Kernels.Tolerances.StackSimulation.MaxRuns} are possible.", "runs");
        if (Allocate is <= 0) throw new ProblemException(QualityProblems.NegativeWidth, "The half width to allocate is above 0.", "allocate");
        if (!string.IsNullOrEmpty(By) && By is not ("rss" or "worst")) throw new ProblemException(CommonProblems.InvalidValue, $"There is no way \"{By}\".", "by", "Use rss or worst.");
        return this;
    }
}
