using Voltloop.Core.Problems;
using Voltloop.Kernels.Experiments;
using Voltloop.Kernels.Precision;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.AnalyseExperiment;

/// <summary>Runs with their responses. Decimals are read as they are written.</summary>
/// <param name="Response">Name of the response.</param>
/// <param name="Factors">Factors with their coding.</param>
/// <param name="Coded">Coded levels of each factor in each run.</param>
/// <param name="Values">Responses.</param>
internal sealed record ExperimentTable(string Response, IReadOnlyList<CodedFactor> Factors, IReadOnlyList<DoubleDouble[]> Coded, IReadOnlyList<DoubleDouble> Values)
{
    /// <summary>What a table has.</summary>
    public const string Layout = "A column for each factor and one for the response (the last one); run, standard and block are known. A row for each run; leave the response empty where it is missing.";

    /// <summary>Most runs.</summary>
    public const int MaxRuns = 2_000;

    private static readonly string[] Known = ["run", "order", "standard", "std", "block"];

    /// <summary>Block of each run; all the same without the column.</summary>
    public IReadOnlyList<string> Blocks { get; private init; } = [];

    /// <summary>Runs without a response.</summary>
    public int Missing { get; private init; }

    /// <summary>Reads a table.</summary>
    /// <exception cref="ProblemException">A column is missing, a value is no number, or a factor never changes.</exception>
    public static ExperimentTable Read(DelimitedTable table, string? response)
    {
        if (table.Rows.Count > MaxRuns) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has {table.Rows.Count} rows; the limit ExperimentTable.MaxRuns is {MaxRuns}.", table.Name);
        var last = string.IsNullOrWhiteSpace(response) ? table.Columns.Count - 1 : Enumerable.Range(0, table.Columns.Count).FirstOrDefault(i => table.Columns[i] == response.Trim().ToLowerInvariant(), -1);
        if (last < 0) throw new ProblemException(CommonProblems.NotFound, $"There is no column \"{response}\"; there are {string.Join(", ", table.Columns)}.", "response");
        int[] factors = [.. Enumerable.Range(0, table.Columns.Count).Where(i => i != last && !Known.Contains(table.Columns[i], StringComparer.Ordinal))];
        if (factors.Length is 0 or > TwoLevelDesign.MaxFactors) throw new ProblemException(CommonProblems.MalformedInput, $"The table has {factors.Length} factors; 1 to {TwoLevelDesign.MaxFactors} are possible.", table.Name, Layout);
        if (factors.Append(last).GroupBy(column => table.Headings[column], StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new ProblemException(CommonProblems.MalformedInput, $"Two columns are called \"{twice.Key}\".", table.Name, "Give each factor and the response a name of its own.");
        int[] rows = [.. Enumerable.Range(0, table.Rows.Count).Where(row => double.IsFinite(table.Value(row, last)))];
        if (rows.Length < 3) throw new ProblemException(QualityProblems.TooFewPoints, $"{rows.Length} runs have a response; an analysis needs 3 or more.", table.Name, Layout);
        var (coding, coded) = Code(factors.Select(column => (table.Headings[column], rows.Select(row => Exact(table, row, column)).ToArray())).ToArray(), table.Name);
        var block = table.Find("block");
        return new ExperimentTable(table.Headings[last], coding, coded, [.. rows.Select(row => Exact(table, row, last))])
        {
            Blocks = [.. rows.Select(row => DelimitedTable.Text(table.Rows[row], block) ?? "1")], Missing = table.Rows.Count - rows.Length,
        };
    }

    private static DoubleDouble Exact(DelimitedTable table, int row, int column) => double.IsFinite(table.Value(row, column)) ? DoubleDouble.Parse(DelimitedTable.Text(table.Rows[row], column))!.Value
        : throw new ProblemException(QualityProblems.MissingValues, $"The {table.Columns[column]} of row {row + 1} is missing.", table.Name);

    // Levels that lie evenly about zero for every factor are coded already; others go by the middle and half of their range.
    private static (CodedFactor[] Coding, DoubleDouble[][] Coded) Code((string Name, DoubleDouble[] Levels)[] factors, string name)
    {
        var ends = factors.Select(factor => (Low: factor.Levels.Min(level => (double)level), High: factor.Levels.Max(level => (double)level))).ToArray();
        if (Array.FindIndex(ends, end => end.Low >= end.High) is >= 0 and var still) throw new ProblemException(QualityProblems.ConstantData, $"The factor {factors[still].Name} never changes.", name);
        var asIs = ends.All(end => Math.Abs(end.Low + end.High) <= 1e-9 * end.High && end.High <= 4);
        CodedFactor[] coding = [.. factors.Select((factor, j) => asIs ? new CodedFactor(factor.Name, 0, 1) : new CodedFactor(factor.Name, (ends[j].Low + ends[j].High) / 2, (ends[j].High - ends[j].Low) / 2))];
        return (coding, [.. factors.Select((factor, j) => factor.Levels.Select(level => (level - coding[j].Middle) / coding[j].Half).ToArray())]);
    }
}
