using System.Text;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Terms;

/// <summary>Reads small tables: RFC 4180 with a header line, UTF-8, quotes where needed.</summary>
public static class CsvTable
{
    /// <summary>Largest table, in characters.</summary>
    public const int MaxCharacters = 8 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, with file and line.</exception>
    public static IReadOnlyList<CsvRow> Read(string path)
    {
        var text = File.ReadAllText(path, Encoding.UTF8);
        return Parse(Path.GetFileName(path), text);
    }

    /// <summary>Reads the text of a table.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, with file and line.</exception>
    public static IReadOnlyList<CsvRow> Parse(string file, string text)
    {
        if (text.Length > MaxCharacters)
            throw new ProblemException(VocabularyProblems.BadTable, $"The table is longer than {MaxCharacters} characters.", file);
        var records = Records(file, text).ToList();
        if (records.Count == 0) throw new ProblemException(VocabularyProblems.BadTable, "The table has no header.", $"{file}, line 1");
        var header = records[0].Cells;
        return records.Skip(1).Select(record => Row(file, header, record.Line, record.Cells)).ToList();
    }

    private static CsvRow Row(string file, IReadOnlyList<string> header, int line, IReadOnlyList<string> cells)
    {
        if (cells.Count != header.Count)
        {
            throw new ProblemException(
                VocabularyProblems.BadTable, $"The row has {cells.Count} cells; the header has {header.Count}.", $"{file}, line {line}");
        }

        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < cells.Count; i++) byName[header[i].Trim()] = cells[i];
        return new CsvRow(file, line, byName);
    }

    private static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Records(string file, string text)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, start, quoted) = (1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0) quoted = true;
            else if (c == ',') Take();
            else if (c == '\n')
            {
                if (cells.Count > 0 || cell.Length > 0)
                {
                    Take();
                    yield return (start, cells.ToArray());
                    cells.Clear();
                }

                start = line;
            }
            else if (c != '\r' && c != '\uFEFF') cell.Append(c);
        }

        if (quoted) throw new ProblemException(VocabularyProblems.BadTable, "A quoted cell is not closed.", $"{file}, line {start}");
        if (cells.Count > 0 || cell.Length > 0)
        {
            Take();
            yield return (start, cells.ToArray());
        }

        void Take()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
