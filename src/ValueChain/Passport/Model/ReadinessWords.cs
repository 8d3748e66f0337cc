using System.Globalization;

namespace Voltloop.Passport.Model;

/// <summary>A report in one sentence.</summary>
internal static class ReadinessWords
{
    /// <summary>For example: On 18 Feb 2027, 12 data points are missing: 9 on 2 models, 3 on 412 items.</summary>
    public static string Of(ReadinessReport report)
    {
        var total = report.GapsOnModels + report.GapsOnItems;
        var when = $"On {report.On.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}";
        var without = report.ItemsWithoutCategory == 0 ? "" : $" {Count(report.ItemsWithoutCategory, "item")} without a category cannot be judged.";
        if (total == 0) return $"{when}, nothing mandatory is missing on {Count(report.Items, "item")}.{without}";
        return $"{when}, {Count(total, "data point")} {(total == 1 ? "is" : "are")} missing: {string.Join(", ", Parts(report))}.{without}";
    }

    private static IEnumerable<string> Parts(ReadinessReport report)
    {
        var models = report.Models.Count(model => model.Gaps.Any(gap => gap.Level == ReadinessLevel.Model));
        if (report.GapsOnModels > 0) yield return $"{report.GapsOnModels} on {Count(models, "model")}";
        if (report.GapsOnItems > 0) yield return $"{report.GapsOnItems} on {Count(report.ItemsWithGaps, "item")}";
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");
}
