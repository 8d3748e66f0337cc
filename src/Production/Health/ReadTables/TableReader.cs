using System.Text;

namespace Voltloop.Health.ReadTables;

/// <summary>Reads the rows of a table: numbers into columns, names into texts, everything odd into the log with its line.</summary>
internal sealed class TableReader
{
    private const int LongestShown = 40;

    private readonly TextTable _table;
    private readonly FindingLog _log;
    private readonly DecimalMark _mark = new();
    private readonly IReadOnlyList<MeasuredColumn> _columns;
    private readonly int[] _numberOf;
    private readonly int[] _textOf;
    private readonly double[][] _values;
    private readonly string[][] _texts;
    private readonly Dictionary<string, string> _distinct = new(StringComparer.Ordinal);
    private readonly int[] _lines;
    private int _rows;

    private TableReader(TextTable table, IReadOnlyList<MeasuredColumn> columns, IReadOnlyList<int> textColumns, FindingLog log)
    {
        (_table, _columns, _log) = (table, columns, log);
        (_numberOf, _textOf) = (new int[table.Headers.Count], new int[table.Headers.Count]);
        Array.Fill(_numberOf, -1);
        Array.Fill(_textOf, -1);
        for (var i = 0; i < columns.Count; i++)
        {
            _numberOf[columns[i].Index] = i;
        }

        for (var i = 0; i < textColumns.Count; i++)
        {
            _textOf[textColumns[i]] = i;
        }

        var most = table.Body.Span.Count((byte)'\n') + 1;
        _values = [.. columns.Select(_ => new double[most])];
        _texts = [.. textColumns.Select(_ => new string[most])];
        _lines = new int[most];
    }

    /// <summary>Reads all rows.</summary>
    /// <param name="table">Table with its head read.</param>
    /// <param name="columns">Columns with numbers.</param>
    /// <param name="textColumns">Places of the columns with texts.</param>
    /// <param name="log">Where findings go.</param>
    public static TableData Read(TextTable table, IReadOnlyList<MeasuredColumn> columns, IReadOnlyList<int> textColumns, FindingLog log)
    {
        var reader = new TableReader(table, columns, textColumns, log);
        reader.ReadLines();
        reader._mark.Conclude(log);
        var rows = reader._rows;
        return new TableData(
            columns,
            [.. reader._values.Select(values => values.AsSpan(0, rows).ToArray())],
            [.. reader._texts.Select(texts => texts.AsSpan(0, rows).ToArray())],
            reader._lines.AsSpan(0, rows).ToArray());
    }

    private void ReadLines()
    {
        var rest = _table.Body.Span;
        for (var line = _table.FirstLine; !rest.IsEmpty && !_log.IsHopeless; line++)
        {
            var end = rest.IndexOf((byte)'\n');
            var content = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            rest = end < 0 ? default : rest[(end + 1)..];
            if (content.Length > TableLimits.MaxLineBytes)
            {
                _log.Error("line-too-long", $"The line has {content.Length} bytes; the limit is {TableLimits.MaxLineBytes}.", line);
                return;
            }

            if (!content.Trim((byte)' ').IsEmpty)
            {
                ReadRow(content, line, end < 0);
            }
        }

        if (_rows == 0 && !_log.HasErrors)
        {
            _log.Error("no-rows", "The table has column names and no rows.", _table.FirstLine - 1);
        }
    }

    private void ReadRow(ReadOnlySpan<byte> content, int line, bool cutOff)
    {
        _lines[_rows] = line;
        var (field, position) = (0, 0);
        while (position <= content.Length)
        {
            var width = FieldWidth(content[position..]);
            if (width < 0)
            {
                _log.Error(cutOff ? "truncated-file" : "quote-open", "A quoted field is not closed.", line);
                return;
            }

            if (field < _numberOf.Length)
            {
                ReadField(content.Slice(position, width), field, line);
            }

            field++;
            position += width + 1;
        }

        if (field == _numberOf.Length)
        {
            _rows++;
            return;
        }

        var code = cutOff && field < _numberOf.Length ? "truncated-file" : "ragged-row";
        var hint = _table.Delimiter == ',' && field > _numberOf.Length ? " A decimal comma? Then separate columns by semicolons." : "";
        _log.Error(code, $"The row has {field} fields, the header {_numberOf.Length}.{hint}", line);
    }

    private int FieldWidth(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || rest[0] != '"')
        {
            var end = rest.IndexOf(_table.Delimiter);
            return end < 0 ? rest.Length : end;
        }

        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '"' && (i + 1 == rest.Length || rest[i + 1] != '"'))
            {
                return i + 1 == rest.Length || rest[i + 1] == _table.Delimiter ? i + 1 : -1;
            }

            i += rest[i] == '"' ? 1 : 0;
        }

        return -1;
    }

    private void ReadField(ReadOnlySpan<byte> field, int index, int line)
    {
        if (_numberOf[index] is >= 0 and var number)
        {
            _values[number][_rows] = ReadNumber(Unquote(field), _columns[number], line);
        }
        else if (_textOf[index] is >= 0 and var text)
        {
            _texts[text][_rows] = Share(Unquote(field), line);
        }
    }

    private double ReadNumber(ReadOnlySpan<byte> field, MeasuredColumn column, int line)
    {
        if (FieldNumber.TryRead(field, out var value) && double.IsFinite(value))
        {
            if (field.Contains((byte)'.'))
            {
                _mark.SawPoint(line);
            }

            return column.Conversion.Apply(value);
        }

        field = field.Trim((byte)' ');
        Span<byte> copy = stackalloc byte[Math.Min(field.Length, LongestShown)];
        field[..copy.Length].CopyTo(copy);
        var rewritten = copy.Length == field.Length && _mark.TryRewrite(copy, line) && FieldNumber.TryRead(copy, out value);
        return rewritten ? column.Conversion.Apply(value) : ReportNumber(field, column, line);
    }

    private double ReportNumber(ReadOnlySpan<byte> field, MeasuredColumn column, int line)
    {
        var shown = Encoding.UTF8.GetString(field[..Math.Min(field.Length, LongestShown)]);
        if (field.IsEmpty && column.IsRequired)
        {
            _log.Error("value-missing", $"\"{column.Header}\" is empty.", line);
        }
        else if (IsNotFinite(shown))
        {
            _log.Error("not-finite", $"\"{column.Header}\" is \"{shown}\"; leave the field empty when there is no value.", line);
        }
        else if (!field.IsEmpty)
        {
            _log.Error("not-a-number", $"\"{column.Header}\" is \"{shown}\".", line);
        }

        return double.NaN;
    }

    private static bool IsNotFinite(string text) => text.TrimStart('-', '+').ToLowerInvariant() is
        "nan" or "inf" or "infinity" or "∞" or "1.#inf" or "1.#qnan" || (double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) && !double.IsFinite(value));

    private static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> field) => field.Length >= 2 && field[0] == '"' ? field[1..^1] : field;

    private string Share(ReadOnlySpan<byte> field, int line)
    {
        var text = Encoding.UTF8.GetString(field.Trim((byte)' '));
        if (_distinct.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_distinct.Count >= TableLimits.MaxDistinctTexts)
        {
            _log.Error("too-many-names", $"More than {TableLimits.MaxDistinctTexts} different names.", line);
        }

        return _distinct[text] = text;
    }
}
