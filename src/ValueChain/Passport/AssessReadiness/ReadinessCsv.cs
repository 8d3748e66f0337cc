using System.Globalization;
using System.Text;
using Voltloop.Passport.Model;
using Voltloop.Web.Formatting;

namespace Voltloop.Passport.AssessReadiness;

/// <summary>A report as a table for spreadsheets: one line for each model and missing data point (RFC 4180, UTF-8).</summary>
internal static class ReadinessCsv
{
    private const string Head = "on,model,label,category,dataPoint,title,statedOn,itemsMissing,items,article,since,terms,examples\r\n";

    /// <summary>The table.</summary>
    public static string Of(ReadinessReport report)
    {
        var text = new StringBuilder(Head);
        foreach (var model in report.Models)
        {
            foreach (var gap in model.Gaps) text.AppendJoin(',', Row(report, model, gap).Select(CsvField.Of)).Append("\r\n");
            if (model.Category is null) text.AppendJoin(',', Unjudged(report, model).Select(CsvField.Of)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string[] Row(ReadinessReport report, ReadinessModel model, ReadinessGap gap) =>
    [
        Day(report.On), model.Model ?? "", model.Label, model.Category ?? "", gap.DataPoint, gap.Title, gap.Level == ReadinessLevel.Model ? "model" : "item",
        Number(gap.Items), Number(model.Items), gap.Article, Day(gap.Since), string.Join(' ', gap.Terms), string.Join(' ', gap.Examples),
    ];

    private static string[] Unjudged(ReadinessReport report, ReadinessModel model) =>
        [Day(report.On), model.Model ?? "", model.Label, "", "", "The category is not stated", "model", Number(model.Items), Number(model.Items), "", "", "batteryCategory", ""];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
