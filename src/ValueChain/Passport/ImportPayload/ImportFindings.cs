using Voltloop.Record.Importing;
using Voltloop.Record.Statements;

namespace Voltloop.Passport.ImportPayload;

/// <summary>Findings and previews, bounded.</summary>
internal static class ImportFindings
{
    private const int LongestPreview = 200;

    /// <summary>At most <see cref="ImportLimits.MaxFindings"/> findings, the gravest first; warnings are errors when strict.</summary>
    public static IReadOnlyList<Finding> Limit(IEnumerable<Finding> findings, bool strict)
    {
        var all = findings.Select(finding => strict && finding.Severity == FindingSeverity.Warning ? finding with { Severity = FindingSeverity.Error } : finding)
            .OrderByDescending(finding => finding.Severity).ToList();
        if (all.Count <= ImportLimits.MaxFindings) return all;
        var more = all.Skip(ImportLimits.MaxFindings - 1).ToList();
        return [.. all.Take(ImportLimits.MaxFindings - 1), new Finding(more[0].Severity, "more-findings", $"{more.Count} more findings are not listed.")];
    }

    /// <summary>A value with its unit, shortened.</summary>
    public static string Show(Statement statement)
    {
        var text = statement.Value.AsText() ?? statement.Value.Json;
        if (text.Length > LongestPreview) text = text[..LongestPreview] + "...";
        return statement.Unit is null ? text : $"{text} {statement.Unit}";
    }
}
