using System.Text;

namespace Voltloop.Health.ReadTables;

/// <summary>Reads the preamble and the header of a table and finds its delimiter.</summary>
internal static class TableHead
{
    /// <summary>The table with its rows still unread; <c>null</c>, with an error in the log, when there is no header.</summary>
    public static TextTable? Read(ReadOnlyMemory<byte> text, FindingLog log)
    {
        var preamble = new Dictionary<string, string>(StringComparer.Ordinal);
        var line = 0;
        while (!text.IsEmpty && line < TableLimits.MaxPreambleLines)
        {
            line++;
            var current = TakeLine(ref text);
            if (current.Length > TableLimits.MaxLineBytes)
            {
                log.Error("line-too-long", $"The line has {current.Length} bytes; the limit is {TableLimits.MaxLineBytes}.", line);
                return null;
            }

            var content = Encoding.UTF8.GetString(current.Span).Trim();
            if (content.StartsWith('#'))
            {
                AddPreamble(preamble, content, line, log);
            }
            else if (content.Length > 0)
            {
                return Header(content, log, new TextTable(preamble, [], (byte)',', text, line + 1));
            }
        }

        log.Error("no-header", "The file has no line with column names.", line);
        return null;
    }

    private static TextTable? Header(string content, FindingLog log, TextTable table)
    {
        var delimiter = content.Contains('\t', StringComparison.Ordinal) ? '\t'
            : content.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var headers = content.Split(delimiter).Select(name => name.Trim().Trim('"').Trim()).ToArray();
        if (headers.Length > TableLimits.MaxColumns)
        {
            log.Error("too-many-columns", $"{headers.Length} columns; the limit is {TableLimits.MaxColumns}.", table.FirstLine - 1);
            return null;
        }

        return table with { Headers = headers, Delimiter = (byte)delimiter };
    }

    private static void AddPreamble(Dictionary<string, string> preamble, string content, int line, FindingLog log)
    {
        var colon = content.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return;
        }

        var key = content[1..colon].Trim().ToLowerInvariant();
        if (!preamble.TryAdd(key, content[(colon + 1)..].Trim()))
        {
            log.Error("preamble-duplicated", $"\"{key}\" is given twice in front of the header.", line);
        }
    }

    private static ReadOnlyMemory<byte> TakeLine(ref ReadOnlyMemory<byte> text)
    {
        var end = text.Span.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return line;
    }
}
