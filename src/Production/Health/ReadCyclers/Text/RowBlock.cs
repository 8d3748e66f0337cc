using System.Text;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Rows of one piece of a text, read on one thread.</summary>
internal sealed class RowBlock
{
    private const int LongestShown = 40;

    private readonly RowPlan _plan;
    private readonly int _firstLine;
    private readonly int[] _lines;
    private readonly Dictionary<ulong, string> _words = [];
    private readonly DecimalMark? _mark;
    private readonly RowTarget[] _targets;
    private readonly int[] _ends;
    private byte[] _scratch = [];
    private int _row;

    /// <summary>Begins a piece.</summary>
    /// <param name="plan">How rows are taken apart.</param>
    /// <param name="columns">Where values go.</param>
    /// <param name="start">The first row of the piece in it.</param>
    /// <param name="firstLine">Line number of the first line.</param>
    public RowBlock(RowPlan plan, RowColumns columns, int start, int firstLine)
    {
        (_plan, _lines, Start, _row, _firstLine) = (plan, columns.Lines, start, start, firstLine);
        _mark = plan.HasDecimalComma ? new DecimalMark() : null;
        _targets = [.. plan.Wanted.Select((field, i) => new RowTarget(field, columns.Values[i], columns.Texts[i]))];
        _ends = new int[plan.Fields];
    }

    /// <summary>Its first row.</summary>
    public int Start { get; }

    /// <summary>Rows read.</summary>
    public int Rows => _row - Start;

    /// <summary>What is wrong, at most <see cref="ImportLimits.MaxFindings"/>.</summary>
    public List<RowFault> Faults { get; } = [];

    /// <summary>Reads all lines of a piece of text.</summary>
    public void Read(ReadOnlySpan<byte> text)
    {
        var scanner = new RowScanner(text, _plan.Delimiter, _ends);
        for (var line = _firstLine; Faults.Count < ImportLimits.MaxFindings && scanner.Next(); line++)
        {
            var end = scanner.End > scanner.Start && text[scanner.End - 1] == '\r' ? scanner.End - 1 : scanner.End;
            var row = text[scanner.Start..end];
            if (IsBlank(row)) continue;
            if (scanner.HasQuote) ReadQuoted(row, line, scanner.IsLast);
            else if (IsWhole(scanner.Delimiters + 1, line, scanner.IsLast)) ReadRow(text[..end], scanner.Start, scanner.Delimiters, line);
        }
    }

    /// <summary>Says which decimal mark was found.</summary>
    public void Conclude(FindingLog log) => _mark?.Conclude(log);

    private static bool IsBlank(ReadOnlySpan<byte> row) =>
        row.IsEmpty || (row[0] is (byte)' ' or (byte)'\t' or (byte)',' or (byte)';' && row.IndexOfAnyExcept(" \t,;"u8) < 0);

    private void ReadQuoted(ReadOnlySpan<byte> row, int line, bool isLast)
    {
        row = Unquoted(row);
        var again = new RowScanner(row, _plan.Delimiter, _ends);
        if (again.Next() && IsWhole(again.Delimiters + 1, line, isLast)) ReadRow(row, 0, again.Delimiters, line);
    }

    private bool IsWhole(int fields, int line, bool isLast)
    {
        if (fields == _plan.Fields || (_plan.EndsWithDelimiter && fields == _plan.Fields - 1)) return true;
        Fault(isLast && fields < _plan.Fields ? "truncated-file" : "ragged-row", $"The row has {fields} fields, the others {_plan.Fields}.", line);
        return false;
    }

    // The loop that decides the speed of an import: the places of all fields are known, nothing is searched or copied.
    private void ReadRow(ReadOnlySpan<byte> text, int start, int delimiters, int line)
    {
        _lines[_row] = line;
        foreach (var target in _targets)
        {
            var from = target.Place == 0 ? start : target.Place <= delimiters ? _ends[target.Place - 1] + 1 : text.Length;
            ReadField(text[from..(target.Place < delimiters ? _ends[target.Place] : text.Length)], target, line);
        }

        _row++;
    }

    private void ReadField(ReadOnlySpan<byte> text, RowTarget target, int line)
    {
        if (target.Kind == FieldKind.Word)
        {
            target.Texts[_row] = Word(text.Trim((byte)' '), target);
        }
        else if (TryRead(text, target.Kind, out var value) && double.IsFinite(value))
        {
            if (_mark is not null && text.Contains((byte)'.')) _mark.SawPoint(line);
            target.Values[_row] = target.Converts ? target.Conversion.Apply(value) : value;
        }
        else
        {
            target.Values[_row] = Odd(text.Trim((byte)' '), target.Field, line);
        }
    }

    private static bool TryRead(ReadOnlySpan<byte> text, FieldKind kind, out double value) => kind switch
    {
        FieldKind.Duration => DurationText.TryRead(text, out value),
        FieldKind.Date => DateText.TryRead(text, out value),
        _ => FieldNumber.TryRead(text, out value),
    };

    private double Odd(ReadOnlySpan<byte> text, RowField field, int line)
    {
        if (text.IsEmpty && !field.Column.IsRequired) return double.NaN;
        Span<byte> copy = stackalloc byte[Math.Min(text.Length, LongestShown)];
        text[..copy.Length].CopyTo(copy);
        if (_mark is not null && copy.Length == text.Length && _mark.TryRewrite(copy, line) && TryRead(copy, field.Kind, out var value))
        {
            return field.Column.Conversion.Apply(value);
        }

        var shown = Encoding.UTF8.GetString(copy);
        var isEmpty = shown.Length == 0 || (!_plan.IsStrict && shown is ("N/A" or "NA" or "-" or "--"));
        var isNothing = IsNotFinite(shown);
        if (field.Column.IsRequired || (!isEmpty && (_plan.IsStrict || !isNothing)))
        {
            Fault(isEmpty ? "value-missing" : isNothing ? "not-finite" : field.Kind == FieldKind.Date ? "not-a-date" : "not-a-number",
                isEmpty ? $"\"{field.Column.Header}\" is empty." : $"\"{field.Column.Header}\" is \"{shown}\".", line);
        }

        return double.NaN;
    }

    private static bool IsNotFinite(string text) => text.TrimStart('-', '+').ToLowerInvariant() is
        "nan" or "inf" or "infinity" or "∞" or "1.#inf" or "1.#qnan" or "null" || (double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) && !double.IsFinite(value));

    private void Fault(string code, string message, int line) => Faults.Add(new RowFault(code, message, line));

    // Kinds of step are few: their bytes are hashed so that each becomes a string once.
    private string Word(ReadOnlySpan<byte> text, RowTarget target)
    {
        if (target.Same(text) is { } same) return same;
        var hash = 14695981039346656037UL;
        foreach (var part in text)
        {
            hash = (hash ^ part) * 1099511628211UL;
        }

        if (!_words.TryGetValue(hash, out var word))
        {
            word = Encoding.UTF8.GetString(text[..Math.Min(text.Length, LongestShown)]);
            if (_words.Count < TableLimits.MaxDistinctTexts)
            {
                _words[hash] = word;
            }
        }

        return target.Remember(text, word);
    }

    // Quotes are dropped; a delimiter between quotes becomes a space. A row that is quoted as a whole keeps its delimiters.
    private ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> row)
    {
        if (row.Length > 1 && row[0] == '"' && row[^1] == '"' && row[1..^1].IndexOf((byte)'"') < 0)
        {
            return row[1..^1];
        }

        _scratch = _scratch.Length < row.Length ? new byte[row.Length * 2] : _scratch;
        var (length, isInside) = (0, false);
        foreach (var one in row)
        {
            isInside ^= one == '"';
            if (one != '"')
            {
                _scratch[length++] = isInside && one == _plan.Delimiter ? (byte)' ' : one;
            }
        }

        return _scratch.AsSpan(0, length);
    }
}
