using Voltloop.Core.Problems;

namespace Voltloop.Quality;

/// <summary>Problems of this room.</summary>
internal static class QualityProblems
{
    /// <summary>A chart, an index or a study needs more values than there are.</summary>
    public static readonly ProblemKind TooFewPoints = new("too-few-points", "There are too few values.", 422, 2);

    /// <summary>All values are the same: nothing can be said about their spread.</summary>
    public static readonly ProblemKind ConstantData = new("constant-data", "All values are the same.", 422, 2);

    /// <summary>Too many values are missing.</summary>
    public static readonly ProblemKind MissingValues = new("missing-values", "Values are missing.", 422, 2);

    /// <summary>No specification limit is given.</summary>
    public static readonly ProblemKind LimitsMissing = new("limits-missing", "No specification limit is given.", 422, 2);

    /// <summary>The lower specification limit is not below the upper one.</summary>
    public static readonly ProblemKind LimitsCrossed = new("limits-crossed", "The specification limits are crossed.", 422, 2);

    /// <summary>Subgroups change their size where they may not.</summary>
    public static readonly ProblemKind ChangingSize = new("changing-size", "Subgroups change their size.", 422, 2);

    /// <summary>A gauge study has not measured every part with every appraiser as often.</summary>
    public static readonly ProblemKind MissingCell = new("missing-cell", "A cell of the study is missing.", 422, 2);

    /// <summary>No cause was found that could be written back.</summary>
    public static readonly ProblemKind NoCause = new("no-cause", "No cause was found.", 422, 2);
}
