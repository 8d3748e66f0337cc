using System.Globalization;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Record.Importing;

namespace Voltloop.Quality.ReadTables;

/// <summary>A table: columns with names, separated by comma, semicolon or tab, or a sheet of a workbook; numbers also by blanks. A first line of numbers has no names.</summary>
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

    /// <summary>Largest size of a number: its fourth power, which moments are made of, is still a number.</summary>
    public const double MaxSize = 1e60;

    private static readonly char[] Blanks = [' '];

    private static readonly string[] Missing = ["", "na", "nan", "null", "-", "?"];

    /// <summary>Headings as written.</summary>
    public IReadOnlyList<string> Headings { get; init; } = Columns;

    /// <summary>Reads a table of text or the first visible sheet of a workbook.</summary>
    /// <param name="source">The file.</param>
    /// <param name="names">Which column stands for which name; see <see cref="ColumnNames"/>.</param>
    /// <param name="maxColumns">Most columns.</param>
    /// <exception cref="ProblemException">It is no table, or too large.</exception>
    public static DelimitedTable Read(ImportSource source, string? names = null, int maxColumns = MaxColumns)
    {
        if (source.Bytes.Length > MaxBytes) throw new ProblemException(CommonProblems.LimitExceeded, $"{source.Name} has {source.Bytes.Length} bytes; the limit DelimitedTable.MaxBytes is {MaxBytes}.", source.Name);
        if (WorkbookRows.Is(source.Bytes.Span)) return Of(source.Name, WorkbookRows.Read(source.Name, source.Bytes), names, maxColumns);
        if (source.Bytes.Span.Contains((byte)0)) throw new ProblemException(CommonProblems.UnknownFormat, $"{source.Name} is binary; a table of text or a workbook (.xlsx) is needed.", source.Name);
        return Parse(source.Name, Encoding.UTF8.GetString(source.Bytes.Span).TrimStart('\uFEFF'), names, maxColumns);
    }

    /// <summary>Reads a table from text. Where fields are not separated by commas, a comma is a decimal mark.</summary>
    /// <param name="name">File name, for messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="names">Which column stands for which name; see <see cref="ColumnNames"/>.</param>
    /// <param name="maxColumns">Most columns.</param>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static DelimitedTable Parse(string name, string text, string? names = null, int maxColumns = MaxColumns)
    {
        string[] lines = [.. text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None).Where(line => line.Trim().Length > 0 && line[0] != '#')];
        if (lines.Length == 0) throw new ProblemException(CommonProblems.MalformedInput, "The table has no rows.", name);
        var separator = lines[0].Contains('\t', StringComparison.Ordinal) ? '\t' : lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        // Numbers with nothing but blanks between them are a table too.
        var blanks = separator == ',' && !lines[0].Contains(',', StringComparison.Ordinal) && lines[0].Split(Blanks, StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts && parts.All(part => Number(part) is not null);
        return Of(name, [.. lines.Select(line => (blanks ? line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) : line.Split(separator)).Select(field => Plain(field, separator)).ToArray())], names, maxColumns);
    }

    private static string Plain(string field, char separator)
    {
        var text = field.Trim().Trim('"').Trim();
        return separator != ',' && text.Count(',') == 1 && !text.Contains('.', StringComparison.Ordinal) && Number(text.Replace(',', '.')) is not null ? text.Replace(',', '.') : text;
    }

    private static DelimitedTable Of(string name, string[][] rows, string? names, int maxColumns)
    {
        if (rows.Length == 0) throw new ProblemException(CommonProblems.MalformedInput, "The table has no rows.", name);
        if (rows.Length > MaxRows) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has {rows.Length} rows; the limit DelimitedTable.MaxRows is {MaxRows}.", name);
        if (rows[0].Length > maxColumns) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has {rows[0].Length} columns; the limit is {maxColumns}.", name);
        var bare = rows[0].All(field => Number(field) is not null);
        string[] headings = [.. rows[0].Select((field, i) => !bare ? field : rows[0].Length == 1 ? "value" : $"x{i + 1}")];
        return new DelimitedTable(name, [.. ColumnNames.Apply(headings, names).Select(heading => heading.ToLowerInvariant())], bare ? rows : rows[1..]) { Headings = headings };
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
        if (Missing.Contains(field, StringComparer.OrdinalIgnoreCase)) return double.NaN;
        var value = Number(field) ?? throw new ProblemException(CommonProblems.InvalidValue, $"\"{field}\" is no number.", $"{Name}, row {row + 1}, column {Columns[column]}", "Where commas separate the fields, a point is the decimal mark. Leave a field empty where a value is missing.");
        return Math.Abs(value) <= MaxSize ? value
            : throw new ProblemException(CommonProblems.LimitExceeded, $"\"{field}\" is larger than any measurement; the limit DelimitedTable.MaxSize is {MaxSize:0e0}.", $"{Name}, row {row + 1}, column {Columns[column]}");
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
