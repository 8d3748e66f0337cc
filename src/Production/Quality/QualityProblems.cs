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

    /// <summary>A gauge study has not measured every part with every appraiser as often.</summary>
    public static readonly ProblemKind MissingCell = new("missing-cell", "A cell of the study is missing.", 422, 2);

    /// <summary>A variable is determined by others, so that the covariance has no inverse.</summary>
    public static readonly ProblemKind SingularCovariance = new("singular-covariance", "A variable is determined by others.", 422, 2);

    /// <summary>There are more variables than rows, so that a covariance cannot be estimated.</summary>
    public static readonly ProblemKind MoreVariablesThanRows = new("more-variables-than-rows", "There are more variables than rows.", 422, 2);

    /// <summary>Two tables that belong together have other columns.</summary>
    public static readonly ProblemKind ColumnsDiffer = new("columns-differ", "The tables have other columns.", 422, 2);

    /// <summary>A tolerance has a negative width.</summary>
    public static readonly ProblemKind NegativeWidth = new("negative-width", "A tolerance has a negative width.", 422, 2);

    /// <summary>A stack is part of itself.</summary>
    public static readonly ProblemKind CyclicStack = new("cyclic-stack", "A stack is part of itself.", 422, 2);

    /// <summary>Loops of vectors have no one solution.</summary>
    public static readonly ProblemKind UnsolvableStack = new("unsolvable-stack", "The loops have no one solution.", 422, 2);

    /// <summary>Six locators do not hold the part.</summary>
    public static readonly ProblemKind SingularLocators = new("singular-locators", "The locators do not hold the part.", 422, 2);

    /// <summary>The gauge spreads as much as everything that it measured.</summary>
    public static readonly ProblemKind GaugeExceedsSpread = new("gauge-exceeds-spread", "The gauge spreads as much as what it measured.", 422, 2);

    /// <summary>No tolerances within their bounds meet the bound on the result.</summary>
    public static readonly ProblemKind BoundTooTight = new("bound-too-tight", "No tolerances within their bounds meet the bound.", 422, 2);

    /// <summary>No cause was found that could be written back.</summary>
    public static readonly ProblemKind NoCause = new("no-cause", "No cause was found.", 422, 2);
}
