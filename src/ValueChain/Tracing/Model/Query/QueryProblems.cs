using Voltloop.Core.Problems;

namespace Voltloop.Tracing.Model.Query;

/// <summary>Problems of queries, named as in EPCIS 2.0.</summary>
internal static class QueryProblems
{
    /// <summary>A parameter is unknown or its value is not of its form.</summary>
    public static readonly ProblemKind BadParameter = new("query-parameter", "A parameter of the query is not understood.", 400, 2);

    /// <summary>More events match than the query allows.</summary>
    public static readonly ProblemKind TooLarge = new("query-too-large", "More events match than the query allows.", 413, 6);

    /// <summary>The query would have to look at too many events.</summary>
    public static readonly ProblemKind TooComplex = new("query-too-complex", "The query would look at too many events.", 413, 6);
}
