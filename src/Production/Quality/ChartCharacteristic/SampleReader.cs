using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Quality.Model;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.ChartCharacteristic;

/// <summary>Turns the rows of a table into samples.</summary>
internal static class SampleReader
{
    private static readonly string[] Groups = ["sample", "subgroup", "group", "batch", "lot"];
    private static readonly string[] Counts = ["count", "defects", "nonconforming", "nonconformities", "d"];
    private static readonly string[] Sizes = ["size", "units", "n", "inspected"];

    /// <summary>What columns a table may have.</summary>
    public const string Layout = "One column value with a row for each value, and sample for subgroups (or columns x1, x2 ... with a row for each subgroup); or count with size. Beside them time (ISO 8601) and part.";

    /// <summary>The samples.</summary>
    /// <exception cref="ProblemException">No column of values or counts is there.</exception>
    public static IReadOnlyList<ChartSample> Read(DelimitedTable table)
    {
        var count = table.Find(Counts);
        if (count >= 0) return [.. table.Rows.Select((row, i) => Told(table, i, ChartSample.Counted(Label(table, i), table.Value(i, count), Size(table, i))))];
        int[] wide = [.. Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i].Length > 1 && table.Columns[i][0] == 'x' && table.Columns[i][1..].All(char.IsAsciiDigit))];
        if (wide.Length > 0) return [.. table.Rows.Select((row, i) => Told(table, i, new ChartSample(Label(table, i), [.. wide.Select(column => table.Value(i, column))])))];
        return Long(table, ValueColumn(table));
    }

    private static List<ChartSample> Long(DelimitedTable table, int value)
    {
        var (samples, group, last) = (new List<ChartSample>(), table.Find(Groups), default(string));
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var name = DelimitedTable.Text(table.Rows[i], group);
            // A missing name of a subgroup stands for one of its own.
            if (group >= 0 && name is not null && name == last) samples[^1] = samples[^1] with { Values = [.. samples[^1].Values, table.Value(i, value)] };
            else samples.Add(Told(table, i, new ChartSample(Label(table, i), [table.Value(i, value)])));
            last = name;
        }

        return samples;
    }

    private static ChartSample Told(DelimitedTable table, int row, ChartSample sample) => sample with
    {
        At = DateTimeOffset.TryParse(DelimitedTable.Text(table.Rows[row], table.Find("time", "date", "at")), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
        Part = DelimitedTable.Text(table.Rows[row], table.Find("part", "product")),
    };

    private static string Label(DelimitedTable table, int row) =>
        DelimitedTable.Text(table.Rows[row], table.Find(Groups)) ?? DelimitedTable.Text(table.Rows[row], table.Find("time", "date", "at")) ?? (row + 1).ToString(CultureInfo.InvariantCulture);

    private static double Size(DelimitedTable table, int row) => table.Find(Sizes) is >= 0 and var column ? table.Value(row, column) : 1;

    // "value", or the only column that is nothing else.
    private static int ValueColumn(DelimitedTable table)
    {
        if (table.Find("value") is >= 0 and var named) return named;
        string[] known = [.. Groups, "time", "date", "at", "part", "product"];
        int[] rest = [.. Enumerable.Range(0, table.Columns.Count).Where(i => !known.Contains(table.Columns[i].Split('(', ' ')[0], StringComparer.Ordinal))];
        return rest.Length == 1 ? rest[0] : throw new ProblemException(CommonProblems.MalformedInput, $"Which column holds the values? There are {string.Join(", ", table.Columns)}.", table.Name, Layout);
    }
}
