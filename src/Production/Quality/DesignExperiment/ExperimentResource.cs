namespace Voltloop.Quality.DesignExperiment;

/// <summary>A plan of runs.</summary>
/// <param name="Kind">Kind of design.</param>
/// <param name="Factors">Factors.</param>
/// <param name="Runs">Runs in the order in which they are to be made.</param>
internal sealed record ExperimentResource(string Kind, IReadOnlyList<ExperimentFactor> Factors, IReadOnlyList<ExperimentRun> Runs)
{
    /// <summary>Generators and the words that equal I; empty for others than fractions.</summary>
    public IReadOnlyList<string> Relation { get; init; } = [];

    /// <summary>Resolution; absent for others than fractions.</summary>
    public int? Resolution { get; init; }

    /// <summary>Effects that cannot be told apart.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What the reader should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
