using System.Globalization;
using Voltloop.Health.Model.Packs;

namespace Voltloop.Health.CheckPacks;

/// <summary>A report of a pack as lines of text.</summary>
internal static class PackWords
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(PackReport report)
    {
        yield return Inv($"{report.Source}: {report.Consistency.Cells.Count} cells, {report.Samples} samples over {report.Hours:0.#} h");
        foreach (var finding in report.Findings) yield return $"  {finding.Code}: {finding.Message}";
        foreach (var metric in report.Consistency.Metrics) yield return Inv($"  spread of {metric.Label}: {metric.Spread:G4} {(string.Equals(metric.Unit, "1", StringComparison.Ordinal) ? "" : metric.Unit)}").TrimEnd();
        if (report.Consistency.ChargePercent is { } percent) yield return Inv($"  spread of state of charge: {percent:G3} %");
        foreach (var cell in report.Consistency.Cells.Where(cell => cell.Outlying.Count > 0)) yield return $"  outlier: {cell.Cell} in {string.Join(", ", cell.Outlying)}";
        foreach (var note in report.Consistency.Notes) yield return "  " + note;
        foreach (var finding in report.Safety.Findings) yield return Inv($"! {finding.Words} Noticed after {finding.AtHours:0.#} h.");
        if (report.Safety.Findings.Count == 0) yield return "no fault was found";
        yield return Inv($"false alarms to expect in a year of this pack: {report.Safety.FalseAlarmsPerYear:G3}, windows of {report.Safety.WindowHours:G4} h");
        yield return "  " + report.Safety.Validity.Reason;
        foreach (var check in report.Safety.Checks) yield return $"  {KindName(check.Kind)}: {Told(check)}";
    }

    /// <summary>A kind of fault in words.</summary>
    public static string KindName(Kernels.Detection.SafetyKind kind) => kind switch
    {
        Kernels.Detection.SafetyKind.InternalShort => "internal short",
        Kernels.Detection.SafetyKind.LooseContact => "loose contact",
        Kernels.Detection.SafetyKind.SensorOffset => "sensor offset",
        Kernels.Detection.SafetyKind.SensorSpike => "sensor spike",
        Kernels.Detection.SafetyKind.SensorStuck => "sensor stuck",
        Kernels.Detection.SafetyKind.Plating => "lithium plating",
        _ => "overheating",
    };

    /// <summary>How it was looked for.</summary>
    public static string Told(SafetyCheck check) => check.Refusal is { } refusal ? "not looked for: " + refusal
        : check.RunLength is { } length ? Inv($"a chart of a sound cell runs {length:N0} values on average; {check.FalseAlarmsPerYear:G3} false alarms in a year")
        : "by a rule without a part of chance";

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
