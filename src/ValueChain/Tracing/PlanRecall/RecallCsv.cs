using System.Globalization;
using System.Text;
using Voltloop.Web.Formatting;

namespace Voltloop.Tracing.PlanRecall;

/// <summary>A recall list for spreadsheets (RFC 4180).</summary>
internal static class RecallCsv
{
    /// <summary>The list with a heading line.</summary>
    public static string Of(RecallList list)
    {
        var csv = new StringBuilder("id,label,kind,steps,passport,lastSeenUtc,location,locationName,holder,holderName,bizStep,disposition\r\n");
        foreach (var item in list.Items) csv.AppendJoin(',', Row(item).Select(CsvField.Of)).Append("\r\n");
        return csv.ToString();
    }

    private static string?[] Row(RecallItem item) =>
    [
        item.Id, item.Label, item.Kind, item.Steps.ToString(CultureInfo.InvariantCulture), item.Passport,
        item.LastSeen?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), item.Location, item.LocationName, item.Holder, item.HolderName, item.BizStep, item.Disposition,
    ];
}
