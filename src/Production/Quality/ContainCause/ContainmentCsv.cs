using System.Text;
using Voltloop.Web.Formatting;

namespace Voltloop.Quality.ContainCause;

/// <summary>A containment list for spreadsheets (RFC 4180).</summary>
internal static class ContainmentCsv
{
    /// <summary>The list with a heading line.</summary>
    public static string Of(ContainmentList list)
    {
        var csv = new StringBuilder("id,label,state,holder,cause,culprit\r\n");
        foreach (var unit in list.Units) csv.AppendJoin(',', new[] { unit.Id, unit.Label, unit.State, unit.Holder, unit.Cause, unit.Culprit }.Select(CsvField.Of)).Append("\r\n");
        return csv.ToString();
    }
}
