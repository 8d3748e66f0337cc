using Voltloop.Core.Problems;
using Voltloop.Kernels.FailureNetworks;
using Voltloop.Quality.Model.Experts;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.CompareExperts;

/// <summary>Reads a failure mode and effects analysis from a table.</summary>
internal static class FmeaReader
{
    /// <summary>What columns a table has.</summary>
    public const string Layout = "A row for each link: cause, effect, and where known expert, severity, occurrence and detection (1 to 10), probability (of the cause, in place of occurrence) and strength (probability that the cause alone brings about the effect). Names as in the table of data where there is one, such as coating/thickness.";

    /// <summary>The analysis.</summary>
    /// <exception cref="ProblemException">A row names no cause or effect, or a rating breaks its bounds.</exception>
    public static FailureAnalysis Read(DelimitedTable table)
    {
        if (table.Find("cause") < 0 || table.Find("effect", "failure") < 0) throw new ProblemException(CommonProblems.MalformedInput, $"An analysis has the columns cause and effect; there are {string.Join(", ", table.Columns)}.", table.Name, Layout);
        if (table.Rows.Count is 0 or > FailureAnalysis.MaxLinks) throw new ProblemException(table.Rows.Count == 0 ? CommonProblems.MalformedInput : CommonProblems.LimitExceeded, $"The analysis has {table.Rows.Count} rows; 1 to FailureAnalysis.MaxLinks ({FailureAnalysis.MaxLinks}) are possible.", table.Name);
        var analysis = new FailureAnalysis([.. Enumerable.Range(0, table.Rows.Count).Select(row => Link(table, row))]);
        if (analysis.Names().Count > FailureNetwork.MaxNodes) throw new ProblemException(CommonProblems.LimitExceeded, $"The analysis names {analysis.Names().Count} causes and effects; the limit FailureNetwork.MaxNodes is {FailureNetwork.MaxNodes}.", table.Name);
        var crowd = analysis.Links.GroupBy(link => link.Effect, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Select(link => link.Cause).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= FailureNetwork.MaxTogether);
        return crowd is null ? analysis : throw new ProblemException(CommonProblems.LimitExceeded, $"\"{crowd.Key}\" has {FailureNetwork.MaxTogether} or more causes, the limit FailureNetwork.MaxTogether.", table.Name, "Put causes together, or a failure between them and the effect.");
    }

    private static FailureLink Link(DelimitedTable table, int row)
    {
        var place = $"{table.Name}, row {row + 1}";
        string Word(string name, string other) => DelimitedTable.Text(table.Rows[row], table.Find(name, other)) ?? throw new ProblemException(CommonProblems.MalformedInput, $"The {name} is missing.", place);
        int? Rating(string name) => Number(table, row, name) is not { } value ? null : value is >= 1 and <= OccurrenceScale.Most && value == Math.Floor(value) ? (int)value : throw new ProblemException(CommonProblems.InvalidValue, $"The {name} is a whole number from 1 to {OccurrenceScale.Most}.", place);
        double? Share(string name) => Number(table, row, name) is not { } value ? null : value is >= 0 and <= 1 ? value : throw new ProblemException(CommonProblems.InvalidValue, $"The {name} is 0 to 1.", place);
        var link = new FailureLink(Word("cause", "cause"), Word("effect", "failure"))
        {
            Expert = DelimitedTable.Text(table.Rows[row], table.Find("expert")), Severity = Rating("severity"), Occurrence = Rating("occurrence"), Detection = Rating("detection"), Probability = Share("probability"), Strength = Share("strength"),
        };
        return string.Equals(link.Cause, link.Effect, StringComparison.OrdinalIgnoreCase) ? throw new ProblemException(CommonProblems.InvalidValue, $"\"{link.Cause}\" is named as its own cause.", place) : link;
    }

    private static double? Number(DelimitedTable table, int row, string name) => table.Find(name) is >= 0 and var column && table.Value(row, column) is var value && !double.IsNaN(value) ? value : null;
}
