using Voltloop.Core.Problems;

namespace Voltloop.Quality.LearnStructure;

/// <summary>How a structure is learned from a table.</summary>
/// <param name="Target">Variable whose causes are wanted; none when left out.</param>
/// <param name="Stations">Stations in the order of the line, separated by commas; the order of the columns when left out.</param>
/// <param name="Scores">rank (any monotone relation) or plain (linear); rank when left out.</param>
/// <param name="Search">stations (everything earlier is held fixed) or neighbours (a few at a time, PC); by the number of rows when left out.</param>
/// <param name="FalseShare">Expected share of false edges, with stations; 0.05 when left out.</param>
/// <param name="Alpha">Level of each test among neighbours; 0.01 when left out.</param>
/// <param name="Depth">Most neighbours held fixed at once; 3 when left out.</param>
/// <param name="Halves">Halves of the rows on which each edge is tried again; 50 when left out.</param>
/// <param name="Seed">Seed of the halves; 1 when left out.</param>
internal sealed record StructureRequest(
    string? Target = null, string? Stations = null, string? Scores = null, string? Search = null, double? FalseShare = null, double? Alpha = null, int? Depth = null, int? Halves = null, int? Seed = null)
{
    /// <summary>Halves when nothing is said.</summary>
    public const int UsualHalves = 50;

    /// <summary>Most halves.</summary>
    public const int MaxHalves = 500;

    /// <summary>The same, when it makes sense.</summary>
    /// <exception cref="ProblemException">A value breaks its bounds.</exception>
    public StructureRequest Checked()
    {
        OneOf(Scores, "scores", "rank", "plain");
        OneOf(Search, "search", "stations", "neighbours");
        if (FalseShare is not (null or (> 0 and <= 0.5))) throw Broken("falseShare", "above 0 and at most 0.5");
        if (Alpha is not (null or (> 0 and <= 0.2))) throw Broken("alpha", "above 0 and at most 0.2");
        if (Depth is not (null or (>= 0 and <= 5))) throw Broken("depth", "0 to 5");
        return Halves is not (null or (>= 0 and <= MaxHalves)) ? throw Broken("halves", $"0 to {MaxHalves}") : this;
    }

    private static ProblemException Broken(string name, string bounds) => new(CommonProblems.InvalidValue, $"{name} is {bounds}.", name);

    private static void OneOf(string? value, string name, string first, string second)
    {
        if (!string.IsNullOrEmpty(value) && value != first && value != second) throw new ProblemException(CommonProblems.InvalidValue, $"There is no {name} \"{value}\".", name, $"Use {first} or {second}.");
    }
}
