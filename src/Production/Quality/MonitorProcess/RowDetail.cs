using Voltloop.Core.Problems;
using Voltloop.Kernels.Multivariate;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>One test row looked at closely.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Label">Its moment, unit or number.</param>
/// <param name="Values">Values of the signals, in their units; absent where missing.</param>
internal sealed record RowDetail(int Number, string Label, IReadOnlyDictionary<string, double?> Values)
{
    /// <summary>When it was read (UTC), where that is known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Figures of all methods with contributions.</summary>
    public IReadOnlyList<ContributedFigure> Figures { get; init; } = [];

    /// <summary>Decomposition of T², the largest terms first; empty when the covariance is singular or a value is missing.</summary>
    public IReadOnlyList<DecomposedTerm> Terms { get; init; } = [];

    private const int MostTerms = 12;

    /// <summary>A row.</summary>
    /// <exception cref="ProblemException">There is no such row.</exception>
    public static RowDetail Of(MonitorOutcome outcome, int row)
    {
        var test = outcome.Test;
        if (row < 0 || row >= test.Rows.Count) throw new ProblemException(CommonProblems.InvalidValue, $"There is no test row {row + 1}; there are {test.Rows.Count}.", "row");
        var values = test.Columns.Select((name, j) => (name, Value: double.IsNaN(test.Rows[row][j]) ? default(double?) : test.Rows[row][j]));
        return new RowDetail(row + 1, test.LabelOf(row), values.ToDictionary(one => one.name, one => one.Value, StringComparer.Ordinal))
        {
            At = row < test.Times.Count ? test.Times[row] : null, Figures = [.. FiguresOf(outcome, row)], Terms = [.. TermsOf(outcome, test.Rows[row]).Take(MostTerms)],
        };
    }

    /// <summary>What signals contribute to a figure, the largest first.</summary>
    public static IEnumerable<ContributionResource> Contributions(MonitorOutcome outcome, MethodOutcome method, (int Row, int Statistic) at) =>
        method.Monitor!.Contributions(outcome.Test.Rows, at.Row, at.Statistic).Select((value, j) => new ContributionResource(outcome.Test.Columns[j], value)).OrderByDescending(one => Math.Abs(one.Value));

    private static IEnumerable<ContributedFigure> FiguresOf(MonitorOutcome outcome, int row) =>
        from method in outcome.Ran
        from k in Enumerable.Range(0, method.Statistics.Count)
        let statistic = method.Statistics[k]
        where double.IsFinite(statistic.Figures[row])
        select new ContributedFigure(MonitorMethods.TitleOf(method.Method), statistic.Name, statistic.Figures[row], statistic.Limit, [.. Contributions(outcome, method, (row, k))]);

    private static IEnumerable<DecomposedTerm> TermsOf(MonitorOutcome outcome, double[] row)
    {
        if (row.Any(double.IsNaN) || outcome.Reference.Rows <= outcome.Reference.Variables + 1 || outcome.Reference.Dependent >= 0) return [];
        return new MytDecomposition(outcome.Reference).Of(row).Select(term => new DecomposedTerm(outcome.Test.Columns[term.Variable], term.Value, term.Total, term.Probability));
    }
}
