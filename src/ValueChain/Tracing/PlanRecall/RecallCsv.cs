using System.Globalization;
using System.Text;

namespace Voltloop.Tracing.PlanRecall;

/// <summary>A recall list for spreadsheets (RFC 4180).</summary>
internal static class RecallCsv
{
    private static readonly char[] Quoted = [',', '"', '\r', '\n'];

    /// <summary>The list with a heading line.</summary>
    public static string Of(RecallList list)
    {
        var csv = new StringBuilder("id,label,kind,steps,passport,lastSeenUtc,location,holder,bizStep,disposition\r\n");
        foreach (var item in list.Items) csv.AppendJoin(',', Row(item).Select(Cell)).Append("\r\n");
        return csv.ToString();
    }

    private static string?[] Row(RecallItem item) =>
    [
        item.Id, item.Label, item.Kind, item.Steps.ToString(CultureInfo.InvariantCulture), item.Passport,
        item.LastSeen?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), item.Location, item.Holder, item.BizStep, item.Disposition,
    ];

    // A cell that begins like a formula would be run by a spreadsheet.
    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return safe.IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
