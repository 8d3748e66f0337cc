using Voltloop.Core.Problems;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.LearnStructure;

/// <summary>Units with what was measured of them at the stations of a line.</summary>
/// <param name="Name">File.</param>
/// <param name="Variables">Variables: name and number of the station in the order of the line.</param>
/// <param name="Columns">Their values, complete rows only.</param>
internal sealed record StationTable(string Name, IReadOnlyList<(string Name, int Station)> Variables, IReadOnlyList<double[]> Columns)
{
    /// <summary>What columns a table has.</summary>
    public const string Layout = "A row for each unit and a column for each variable, headed station/variable (unit), such as coating/thickness (µm); stations come in the order of the line. Columns named unit, serial, id or time are passed over.";

    /// <summary>Fewest complete rows.</summary>
    public const int FewestRows = 30;

    /// <summary>Most variables.</summary>
    public const int MaxVariables = 200;

    /// <summary>Most rows.</summary>
    public const int MaxRows = 50_000;

    private static readonly string[] Names = ["unit", "serial", "id", "cell", "pack", "time", "date", "at"];

    /// <summary>Stations in the order of the line; one without a name when the table has none.</summary>
    public IReadOnlyList<string> Stations { get; init; } = [];

    /// <summary>Rows of the file.</summary>
    public int RowsRead { get; init; }

    /// <summary>What was left out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Complete rows.</summary>
    public int Rows => Columns[0].Length;

    /// <summary>Number of a variable by its name, with or without its station.</summary>
    /// <exception cref="ProblemException">There is none, or several.</exception>
    public int Find(string name)
    {
        int[] found = [.. Enumerable.Range(0, Variables.Count).Where(v => Same(v, name))];
        return found.Length == 1 ? found[0]
            : throw new ProblemException(found.Length == 0 ? CommonProblems.NotFound : CommonProblems.InvalidValue, $"{(found.Length == 0 ? "No" : "More than one")} variable is named \"{name}\".", "target", $"Variables are {string.Join(", ", Variables.Take(20).Select(v => v.Name))}{(Variables.Count > 20 ? " ..." : "")}.");
    }

    /// <summary>Number of a variable; -1 when there is none of the name.</summary>
    public int TryFind(string name) => Enumerable.Range(0, Variables.Count).FirstOrDefault(v => Same(v, name), -1);

    /// <summary>Reads a table.</summary>
    /// <exception cref="ProblemException">There are too few rows or variables, two variables are the same, or a station is unknown.</exception>
    public static StationTable Read(DelimitedTable table, string? stations)
    {
        int[] used = [.. Enumerable.Range(0, table.Columns.Count).Where(i => !Names.Contains(table.Columns[i].Split('(', ' ')[0], StringComparer.Ordinal))];
        if (table.Rows.Count > MaxRows) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has {table.Rows.Count} rows; the limit StationTable.MaxRows is {MaxRows}.", table.Name);
        double[][] all = [.. used.Select(i => Enumerable.Range(0, table.Rows.Count).Select(row => table.Value(row, i)).ToArray())];
        int[] complete = [.. Enumerable.Range(0, table.Rows.Count).Where(row => all.All(column => !double.IsNaN(column[row])))];
        if (complete.Length < FewestRows) throw new ProblemException(QualityProblems.TooFewPoints, $"{complete.Length} of {table.Rows.Count} rows are complete; a structure needs {FewestRows}.", table.Name, "Leave out columns that are often empty.");
        double[][] columns = [.. all.Select(column => complete.Select(row => column[row]).ToArray())];
        int[] kept = [.. Enumerable.Range(0, used.Length).Where(j => columns[j].Max() > columns[j].Min())];
        if (kept.Length is < 2 or > MaxVariables) throw new ProblemException(kept.Length < 2 ? QualityProblems.ConstantData : CommonProblems.LimitExceeded, $"{kept.Length} columns vary; 2 to StationTable.MaxVariables ({MaxVariables}) are possible.", table.Name, Layout);
        var (order, places) = Ordered([.. kept.Select(j => table.Headings[used[j]])], stations, table.Name);
        CheckTwins(table, [.. kept.Select(j => (table.Headings[used[j]], columns[j]))]);
        return new StationTable(table.Name, [.. kept.Select((j, k) => (Bare(table.Headings[used[j]]), places[k]))], [.. kept.Select(j => columns[j])])
        {
            Stations = order, RowsRead = table.Rows.Count, Notes = [.. LeftOut(table, used, kept, complete)],
        };
    }

    private bool Same(int variable, string name) =>
        string.Equals(Variables[variable].Name, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Short(Variables[variable].Name), name, StringComparison.OrdinalIgnoreCase)
        || string.Equals($"{Stations[Variables[variable].Station]}/{Variables[variable].Name}", name, StringComparison.OrdinalIgnoreCase)
        || string.Equals($"{Stations[Variables[variable].Station]}/{Short(Variables[variable].Name)}", name, StringComparison.OrdinalIgnoreCase);

    private static string Short(string name) => name.Split('(')[0].Trim();

    private static string Station(string heading) => heading.Split('(')[0].Contains('/', StringComparison.Ordinal) ? heading[..heading.IndexOf('/', StringComparison.Ordinal)].Trim() : "";

    private static string Bare(string heading) => Station(heading) is { Length: > 0 } station ? heading[(station.Length + 1)..].Trim() : heading;

    private static (string[] Order, int[] Places) Ordered(string[] headings, string? stations, string name)
    {
        string[] found = [.. headings.Select(Station).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] order = string.IsNullOrWhiteSpace(stations) ? found : [.. stations.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        int[] places = [.. headings.Select(heading => Array.FindIndex(order, station => string.Equals(station, Station(heading), StringComparison.OrdinalIgnoreCase)))];
        var lost = Array.IndexOf(places, -1);
        return lost < 0 ? (order, places) : throw new ProblemException(CommonProblems.InvalidValue, $"\"{headings[lost]}\" is at no station of the order {string.Join(", ", order)}.", name, "Name every station of the table, in the order of the line.");
    }

    // The one would explain the other and all that the other explains.
    private static void CheckTwins(DelimitedTable table, (string Heading, double[] Values)[] columns)
    {
        var correlations = Kernels.CausalStructure.CorrelationMatrix.Of([.. columns.Select(column => column.Values)]);
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Math.Abs(correlations[i, j]) > 1 - 1e-9) throw new ProblemException(QualityProblems.SingularCovariance, $"\"{columns[j].Heading}\" and \"{columns[i].Heading}\" say the same: one is a multiple of the other.", table.Name, "Leave one of them out.");
            }
        }
    }

    private static IEnumerable<string> LeftOut(DelimitedTable table, int[] used, int[] kept, int[] complete)
    {
        if (complete.Length < table.Rows.Count) yield return $"{table.Rows.Count - complete.Length} of {table.Rows.Count} rows have an empty field and were left out.";
        if (kept.Length < used.Length) yield return $"Constant, and so left out: {string.Join(", ", Enumerable.Range(0, used.Length).Except(kept).Select(j => table.Headings[used[j]]))}.";
    }
}
