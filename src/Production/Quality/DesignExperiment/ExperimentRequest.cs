using Voltloop.Core.Problems;

namespace Voltloop.Quality.DesignExperiment;

/// <summary>Which experiment is wanted.</summary>
/// <param name="Kind">factorial, screening (Plackett-Burman), composite or box-behnken; factorial when empty.</param>
/// <param name="Factors">Factors, a line each: name, low, high.</param>
/// <param name="Fraction">How often a factorial is halved; 0 when left out.</param>
/// <param name="Generators">Words of basic factors that the added ones equal, such as ABC BCD; the usual ones when empty.</param>
/// <param name="Runs">Runs of a screening design; the fewest when left out.</param>
/// <param name="Centres">Centre points in each block; 0 for two levels and 4 for surfaces when left out.</param>
/// <param name="Repeats">How often every other run is made; 1 when left out.</param>
/// <param name="Blocks">Blocks of a factorial: 1, 2, 4 or 8; 1 when left out.</param>
/// <param name="Alpha">Distance of stars: rotatable, face or spherical; rotatable when empty.</param>
/// <param name="Seed">Seed of the order; 1 when left out.</param>
internal sealed record ExperimentRequest(string? Kind, string? Factors, int? Fraction = null, string? Generators = null, int? Runs = null, int? Centres = null, int? Repeats = null, int? Blocks = null, string? Alpha = null, int? Seed = null)
{
    /// <summary>Most centre points of a block, and repeats.</summary>
    public const int MaxRepeats = 20;

    /// <summary>The same, when it makes sense.</summary>
    /// <exception cref="ProblemException">A value breaks its bounds.</exception>
    public ExperimentRequest Checked()
    {
        if (Centres is < 0 or > MaxRepeats || Repeats is < 1 or > MaxRepeats) throw new ProblemException(CommonProblems.InvalidValue, $"Centre points are 0 to {MaxRepeats}, repeats 1 to {MaxRepeats}.", "centres");
        if (Blocks is not (null or 1 or 2 or 4 or 8)) throw new ProblemException(CommonProblems.InvalidValue, "Blocks are 1, 2, 4 or 8.", "blocks");
        if (Fraction is < 0) throw new ProblemException(CommonProblems.InvalidValue, "A factorial is halved 0 times or more.", "fraction");
        return this;
    }
}
