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
    private readonly Dictionary<ulong, string> _words = [];
    private readonly DecimalMark? _mark;
    private byte[] _scratch = [];

    /// <summary>Room for all rows of a piece.</summary>
    public RowBlock(RowPlan plan, int firstLine, int capacity)
    {
        (_plan, _firstLine) = (plan, firstLine);
        _mark = plan.HasDecimalComma ? new DecimalMark() : null;
        Values = [.. plan.Wanted.Select(field => field.Kind == FieldKind.Word ? [] : new double[capacity])];
        Texts = [.. plan.Wanted.Select(field => field.Kind == FieldKind.Word ? new string[capacity] : [])];
        Lines = new int[capacity];
    }

    /// <summary>Rows read.</summary>
    public int Rows { get; private set; }

    /// <summary>Numbers, one array per wanted field; empty for words.</summary>
    public double[][] Values { get; }

    /// <summary>Words, one array per wanted field; empty for numbers.</summary>
    public string[][] Texts { get; }

    /// <summary>Line of each row.</summary>
    public int[] Lines { get; }

    /// <summary>What is wrong, at most <see cref="ImportLimits.MaxFindings"/>.</summary>
    public List<RowFault> Faults { get; } = [];

    /// <summary>Reads all lines of a piece of text.</summary>
    public void Read(ReadOnlySpan<byte> text)
    {
        for (var line = _firstLine; !text.IsEmpty && Faults.Count < ImportLimits.MaxFindings; line++)
        {
            var end = text.IndexOf((byte)'\n');
            var content = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            content = content.Length > 0 && content[^1] == '\r' ? content[..^1] : content;
            if (content.Length > 0 && content.IndexOfAnyExcept(" \t,;"u8) >= 0)
            {
                ReadRow(content, line, end < 0);
            }
        }
    }

    /// <summary>Says which decimal mark was found.</summary>
    public void Conclude(FindingLog log) => _mark?.Conclude(log);

    // The loop that decides the speed of an import: one search per field, no copies.
    private void ReadRow(ReadOnlySpan<byte> row, int line, bool isCutOff)
    {
        row = row.Contains((byte)'"') ? Unquoted(row) : row;
        var fields = row.Count(_plan.Delimiter) + 1;
        if (fields != _plan.Fields && !(_plan.EndsWithDelimiter && fields == _plan.Fields - 1))
        {
            Fault(isCutOff && fields < _plan.Fields ? "truncated-file" : "ragged-row", $"The row has {fields} fields, the others {_plan.Fields}.", line);
            return;
        }

        Lines[Rows] = line;
        var (at, field) = (0, 0);
        for (var wanted = 0; wanted < _plan.Wanted.Count; wanted++)
        {
            for (; field < _plan.Wanted[wanted].Column.Index; field++)
            {
                at += row[at..].IndexOf(_plan.Delimiter) + 1;
            }

            var width = row[at..].IndexOf(_plan.Delimiter);
            ReadField(width < 0 ? row[at..] : row.Slice(at, width), wanted, line);
            at += width + 1;
            field++;
        }

        Rows++;
    }

    private void ReadField(ReadOnlySpan<byte> text, int wanted, int line)
    {
        var field = _plan.Wanted[wanted];
        if (field.Kind == FieldKind.Word)
        {
            Texts[wanted][Rows] = Word(text.Trim((byte)' '));
            return;
        }

        Values[wanted][Rows] = TryRead(text, field.Kind, out var value) && double.IsFinite(value)
            ? Counted(text, value, line, field.Column.Conversion) : Odd(text.Trim((byte)' '), field, line);
    }

    private double Counted(ReadOnlySpan<byte> text, double value, int line, UnitConversion conversion)
    {
        if (_mark is not null && text.Contains((byte)'.'))
        {
            _mark.SawPoint(line);
        }

        return conversion.Apply(value);
    }

    private static bool TryRead(ReadOnlySpan<byte> text, FieldKind kind, out double value) => kind switch
    {
        FieldKind.Duration => DurationText.TryRead(text, out value),
        FieldKind.Date => DateText.TryRead(text, out value),
        _ => FieldNumber.TryRead(text, out value),
    };

    private double Odd(ReadOnlySpan<byte> text, RowField field, int line)
    {
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
    private string Word(ReadOnlySpan<byte> text)
    {
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

        return word;
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
