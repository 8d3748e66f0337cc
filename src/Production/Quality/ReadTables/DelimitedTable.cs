using System.Globalization;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Record.Importing;

namespace Voltloop.Quality.ReadTables;

/// <summary>A table of text: columns with names, separated by comma, semicolon or tab. A first line of numbers has no names.</summary>
/// <param name="Name">File name, for messages.</param>
/// <param name="Columns">Names of the columns, lower case.</param>
/// <param name="Rows">Rows.</param>
internal sealed record DelimitedTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>Most bytes of a table.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Most rows of a table.</summary>
    public const int MaxRows = 200_000;

    /// <summary>Most columns of a table.</summary>
    public const int MaxColumns = 100;

    private static readonly string[] Missing = ["", "na", "nan", "null", "-", "?"];

    /// <summary>Names of the columns as they are written.</summary>
    public IReadOnlyList<string> Titles { get; private init; } = Columns;

    /// <summary>Reads a table.</summary>
    /// <exception cref="ProblemException">It is no table, or too large.</exception>
    public static DelimitedTable Read(ImportSource source)
    {
        if (source.Bytes.Length > MaxBytes) throw new ProblemException(CommonProblems.LimitExceeded, $"{source.Name} has {source.Bytes.Length} bytes; the limit DelimitedTable.MaxBytes is {MaxBytes}.", source.Name);
        if (source.Bytes.Span.Contains((byte)0)) throw new ProblemException(CommonProblems.UnknownFormat, $"{source.Name} is binary; a table of text is needed.", source.Name);
        return Parse(source.Name, Encoding.UTF8.GetString(source.Bytes.Span).TrimStart('\uFEFF'));
    }

    /// <summary>Reads a table from text.</summary>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static DelimitedTable Parse(string name, string text)
    {
        string[] lines = [.. text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None).Where(line => line.Trim().Length > 0 && line[0] != '#')];
        if (lines.Length == 0) throw new ProblemException(CommonProblems.MalformedInput, "The table has no rows.", name);
        if (lines.Length > MaxRows) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has {lines.Length} rows; the limit DelimitedTable.MaxRows is {MaxRows}.", name);
        var separator = lines[0].Contains('\t', StringComparison.Ordinal) ? '\t' : lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        string[][] rows = [.. lines.Select(line => line.Split(separator).Select(field => field.Trim().Trim('"').Trim()).ToArray())];
        if (rows[0].Length > MaxColumns) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has {rows[0].Length} columns; the limit DelimitedTable.MaxColumns is {MaxColumns}.", name);
        var bare = rows[0].All(field => Number(field) is not null);
        string[] columns = [.. rows[0].Select((field, i) => bare ? (rows[0].Length == 1 ? "value" : $"x{i + 1}") : field.ToLowerInvariant())];
        return new DelimitedTable(name, columns, bare ? rows : rows[1..]) { Titles = bare ? columns : rows[0] };
    }

    /// <summary>Place of the first column that has one of the names; -1 for none.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                if (Columns[i].Split('(', ' ')[0] == name) return i;
            }
        }

        return -1;
    }

    /// <summary>Text of a field; <c>null</c> when the row is too short or there is no such column.</summary>
    public static string? Text(string[] row, int column) => column >= 0 && column < row.Length && row[column].Length > 0 ? row[column] : null;

    /// <summary>Number of a field; NaN when it is missing.</summary>
    /// <exception cref="ProblemException">It is something else than a number.</exception>
    public double Value(int row, int column)
    {
        var field = Text(Rows[row], column) ?? "";
        return Missing.Contains(field, StringComparer.OrdinalIgnoreCase) ? double.NaN
            : Number(field) ?? throw new ProblemException(CommonProblems.InvalidValue, $"\"{field}\" is no number.", $"{Name}, row {row + 1}, column {Columns[column]}", "Numbers have a point as decimal mark; leave a field empty where a value is missing.");
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
