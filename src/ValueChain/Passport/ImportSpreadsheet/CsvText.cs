using System.Globalization;
using System.Text;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>Splits CSV (RFC 4180) into rows of cells, with any separator.</summary>
internal sealed class CsvText(string text, char separator)
{
    private readonly StringBuilder _cell = new();
    private int _at;

    /// <summary>The rows; numbers count rows as a spreadsheet program does, from 1.</summary>
    /// <exception cref="ProblemException">A quoted cell without its end, or text behind it.</exception>
    public IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows()
    {
        for (var number = 1; _at < text.Length; number++) yield return (number, Row(number));
    }

    private List<string> Row(int number)
    {
        var cells = new List<string>();
        do cells.Add(Cell(number));
        while (Take(separator));
        var ended = Take('\r') | Take('\n');
        if (!ended && _at < text.Length) throw Broken(number, "text follows the closing quotation mark of a cell");
        return cells;
    }

    private string Cell(int number)
    {
        if (Take('"')) return Quoted(number);
        var start = _at;
        while (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n')) _at++;
        return text[start.._at];
    }

    private string Quoted(int number)
    {
        _cell.Clear();
        while (_at < text.Length)
        {
            var c = text[_at++];
            if (c == '"' && !Take('"')) return _cell.ToString();
            _cell.Append(c);
        }

        throw Broken(number, "a quoted cell has no end");
    }

    private bool Take(char expected)
    {
        if (_at >= text.Length || text[_at] != expected) return false;
        _at++;
        return true;
    }

    private static ProblemException Broken(int number, string what) =>
        new(CommonProblems.MalformedInput, $"The CSV is broken: {what}.", string.Create(CultureInfo.InvariantCulture, $"row {number}"));
}
