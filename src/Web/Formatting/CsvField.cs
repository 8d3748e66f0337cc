namespace Voltloop.Web.Formatting;

/// <summary>A text as a field of a table for spreadsheets (RFC 4180).</summary>
public static class CsvField
{
    /// <summary>The text, quoted where it must be. A spreadsheet would run one that begins like a formula: an apostrophe keeps it text.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
