using System.Globalization;
using System.Text;
using Voltloop.Passport.Model;

namespace Voltloop.Passport.EstimateCosts;

/// <summary>A report as a table: one figure on each line, with its unit (RFC 4180).</summary>
internal static class CostCsv
{
    private const string Head = "section,name,value,unit\r\n";

    /// <summary>The table.</summary>
    public static string Of(CostReport report)
    {
        var text = new StringBuilder(Head);
        foreach (var (section, name, value, unit) in Measured(report).Concat(Calculated(report.Estimate)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{section},{name},{value:R},{unit}\r\n");
        }

        return text.ToString();
    }

    private static IEnumerable<(string Section, string Name, double Value, string Unit)> Measured(CostReport report)
    {
        foreach (var part in report.Sizes.Parts) yield return ("measured", part.Name, part.Bytes, "B");
        yield return ("measured", "in use", report.Sizes.UsedBytes, "B");
        yield return ("measured", "files", report.Sizes.FileBytes, "B");
        yield return ("measured", "passports", report.Sizes.Passports, "1");
        yield return ("measured", "assertions", report.Sizes.Assertions, "1");
        yield return ("measured", "bytes per passport", report.BytesPerPassport, "B");
        yield return ("measured", "bytes per update", report.BytesPerUpdate, "B");
        yield return ("measured", "processor time per update", report.CpuMillisecondsPerUpdate, "ms");
        yield return ("measured", "time until durable", report.MillisecondsPerUpdate, "ms");
        if (report.SyncsPerUpdate is { } syncs) yield return ("measured", "syncs per update", syncs, "1");
    }

    private static IEnumerable<(string Section, string Name, double Value, string Unit)> Calculated(CostEstimate? estimate)
    {
        if (estimate is null) yield break;
        foreach (var field in CostFields.All) yield return ("assumed", field.Name, field.Get(estimate.Assumptions), field.Unit);
        foreach (var year in estimate.Years)
        {
            var section = string.Create(CultureInfo.InvariantCulture, $"year {year.Year}");
            yield return (section, "bytes on one node at the end", year.Bytes, "B");
            yield return (section, "storage over all copies", year.GigabyteMonths, "GB month");
            yield return (section, "processor time over all nodes", year.CpuHours, "h");
            yield return (section, "cost of storage", year.StorageCost, "currency of the prices");
            yield return (section, "cost of computing", year.CpuCost, "currency of the prices");
        }

        yield return ("total", "cost", estimate.Total, "currency of the prices");
        yield return ("total", "cost per passport", estimate.PerPassport, "currency of the prices");
        yield return ("total", "cost per passport and year", estimate.PerPassportYear, "currency of the prices");
    }
}
