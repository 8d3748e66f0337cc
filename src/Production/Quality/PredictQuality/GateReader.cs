using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Quality.Model.Gate;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.PredictQuality;

/// <summary>Turns a table into units with features: numbers as they are, words as one column of 0 and 1 for each.</summary>
internal static class GateReader
{
    /// <summary>Fewest units of known outcome.</summary>
    public const int FewestUnits = 30;

    /// <summary>Most units.</summary>
    public const int MostUnits = 1000;

    /// <summary>Most different words in a column.</summary>
    public const int MostWords = 12;

    /// <summary>Most stages.</summary>
    public const int MostStages = 6;

    /// <summary>What columns a table has.</summary>
    public const string Layout = "A row for each unit: unit, the outcome (empty where it is not known yet), and what was measured before. A heading as filling/mass (g) says at which stage; stages come in the order of the columns.";

    private static readonly string[] Names = ["unit", "cell", "serial", "id"];

    /// <summary>Reads a table.</summary>
    /// <exception cref="ProblemException">The outcome is missing, or there are too few units or features.</exception>
    public static GateFile Read(DelimitedTable table, GateRequest request)
    {
        var outcome = Required(table, request.Outcome ?? "outcome");
        var group = request.Group is { Length: > 0 } name ? Required(table, name) : -1;
        if (table.Rows.Count > MostUnits) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has {table.Rows.Count} units; the limit GateReader.MostUnits is {MostUnits}.", table.Name);
        double[] outcomes = [.. Rows(table).Select(i => table.Value(i, outcome))];
        var known = outcomes.Count(value => !double.IsNaN(value));
        if (known < FewestUnits) throw new ProblemException(QualityProblems.TooFewPoints, $"{known} units have an outcome; a gate needs {FewestUnits} or more.", table.Name);
        if (outcomes.Where(value => !double.IsNaN(value)).Distinct().Count() == 1) throw new ProblemException(QualityProblems.ConstantData, "All outcomes are the same.", table.Headings[outcome]);
        var groups = Groups(table, group);
        var notes = new List<string>();
        int[] rest = [.. Enumerable.Range(0, table.Columns.Count).Where(i => i != outcome && i != group && i != table.Find(Names))];
        var columns = rest.SelectMany(column => Columns(table, column, outcomes, notes)).ToArray();
        if (columns.Length == 0) throw new ProblemException(CommonProblems.MalformedInput, "No column but the outcome changes: there is nothing to predict from.", table.Name);
        return new GateFile(Units(table), Assembled(columns, outcomes, groups), Stages(columns), table.Headings[outcome], notes);
    }

    private static int Required(DelimitedTable table, string column)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (string.Equals(Bare(table.Columns[i]), column, StringComparison.OrdinalIgnoreCase) || string.Equals(table.Columns[i], column, StringComparison.OrdinalIgnoreCase)) return i;
        }

        throw new ProblemException(CommonProblems.MalformedInput, $"There is no column \"{column}\". Columns: {string.Join(", ", table.Headings)}.", table.Name);
    }

    private static string Bare(string heading) => heading.Split('(')[0].Trim();

    private static IEnumerable<int> Rows(DelimitedTable table) => Enumerable.Range(0, table.Rows.Count);

    private static string[] Units(DelimitedTable table)
    {
        var column = table.Find(Names);
        return [.. Rows(table).Select(i => DelimitedTable.Text(table.Rows[i], column) ?? $"row {i + 1}")];
    }

    private static int[] Groups(DelimitedTable table, int column)
    {
        if (column < 0) return [.. Rows(table)];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] groups = [.. table.Rows.Select(row => DelimitedTable.Text(row, column) ?? "").Select(name => places.TryGetValue(name, out var place) ? place : places[name] = places.Count)];
        return places.Count > 1 ? groups : throw new ProblemException(QualityProblems.TooFewPoints, "All units are of one group: nothing can be left out to try the gate on.", table.Headings[column]);
    }

    private static IEnumerable<(string Stage, string Name, double[] Values)> Columns(DelimitedTable table, int column, double[] outcomes, List<string> notes)
    {
        var heading = table.Headings[column];
        var stage = heading.Contains('/', StringComparison.Ordinal) && heading.Split('(')[0].Contains('/', StringComparison.Ordinal) ? heading[..heading.IndexOf('/', StringComparison.Ordinal)].Trim() : "";
        var name = stage.Length > 0 ? heading[(stage.Length + 1)..].Trim() : heading;
        var numbers = Numbers(table, column);
        var features = numbers is null ? Words(table, column, name, notes) : [(name, numbers)];
        foreach (var (feature, values) in features)
        {
            var filled = Filled(feature, values, outcomes, notes);
            var learned = filled.Where((_, i) => !double.IsNaN(outcomes[i])).ToArray();
            if (learned.Max() > learned.Min()) yield return (stage, feature, filled);
        }
    }

    private static double[]? Numbers(DelimitedTable table, int column)
    {
        try
        {
            return [.. Rows(table).Select(i => table.Value(i, column))];
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    private static (string Name, double[] Values)[] Words(DelimitedTable table, int column, string heading, List<string> notes)
    {
        string[] words = [.. table.Rows.Select(row => DelimitedTable.Text(row, column) ?? "")];
        string[] kinds = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (kinds.Length <= MostWords) return [.. kinds.Select(kind => ($"{heading} = {kind}", Array.ConvertAll(words, word => word == kind ? 1.0 : 0)))];
        notes.Add($"\"{heading}\" has {kinds.Length} different words, more than {MostWords}: it was left out.");
        return [];
    }

    // The median of the units learned from: it knows nothing of their outcomes.
    private static double[] Filled(string name, double[] values, double[] outcomes, List<string> notes)
    {
        var missing = values.Count(double.IsNaN);
        if (missing == 0) return values;
        double[] told = [.. values.Where((value, i) => !double.IsNaN(value) && !double.IsNaN(outcomes[i])).Order()];
        if (told.Length == 0) return new double[values.Length];
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"{missing} missing values of \"{name}\" were replaced by the median {told[told.Length / 2]:G5}."));
        return Array.ConvertAll(values, value => double.IsNaN(value) ? told[told.Length / 2] : value);
    }

    private static GateTable Assembled((string Stage, string Name, double[] Values)[] columns, double[] outcomes, int[] groups)
    {
        var features = new Matrix(outcomes.Length, columns.Length);
        for (var j = 0; j < columns.Length; j++) for (var i = 0; i < outcomes.Length; i++) features[i, j] = columns[j].Values[i];
        return new GateTable(features, [.. columns.Select(column => column.Name)], outcomes, groups);
    }

    private static (string Name, int Features)[] Stages((string Stage, string Name, double[] Values)[] columns)
    {
        var stages = columns.Select(column => column.Stage).Distinct(StringComparer.Ordinal).ToArray();
        if (stages.Length > MostStages) throw new ProblemException(CommonProblems.LimitExceeded, $"There are {stages.Length} stages; the limit GateReader.MostStages is {MostStages}.");
        for (var i = 1; i < columns.Length; i++)
        {
            if (Array.IndexOf(stages, columns[i].Stage) < Array.IndexOf(stages, columns[i - 1].Stage)) throw new ProblemException(CommonProblems.MalformedInput, $"The columns of stage \"{columns[i].Stage}\" do not stand together, so its place in the order is not clear.");
        }

        return [.. stages.Select(stage => (stage.Length > 0 ? stage : stages.Length == 1 ? "all that is known" : "no stage", Array.FindLastIndex(columns, column => column.Stage == stage) + 1))];
    }
}
