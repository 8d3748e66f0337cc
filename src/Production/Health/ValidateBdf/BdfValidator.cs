using Voltloop.Health.ImportTimeSeries;
using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadParquet;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Health.ValidateBdf;

/// <summary>
/// Checks a file against the Battery Data Format 1.3.0 as it stands: nothing is repaired. Names, units, required columns,
/// forward time, whole counts, the sign of current, identities between counters, and where counters start again.
/// </summary>
internal static class BdfValidator
{
    // What an import takes with a note, the format itself does not allow.
    private static readonly Dictionary<string, string> Stricter = new(StringComparer.Ordinal)
    {
        ["column-renamed"] = "name-not-bdf",
        ["unit-converted"] = "unit-not-bdf",
        ["decimal-comma"] = "decimal-comma",
    };

    /// <summary>The verdict on a file.</summary>
    public static BdfVerdict Validate(ImportSource source)
    {
        var log = new FindingLog();
        var format = CyclerFormats.Find(source.Bytes) ?? CyclerFormats.Bdf;
        if (format is not (BdfTextFormat or ParquetFormat))
        {
            log.Error("not-bdf", $"This is a file of the kind \"{format.Name}\". Importing converts it; BDF itself has its own names and units.");
            return new BdfVerdict(source.Name, format.Name, 0, log.ToList());
        }

        var rows = 0;
        if (format.Read(source.Bytes, log) is { } table && !log.HasErrors)
        {
            rows = table.Data.Rows;
            Check(table.Data, log);
        }

        return new BdfVerdict(source.Name, format.Name, rows, [.. log.ToList().Select(Harden).OrderByDescending(finding => finding.Severity)]);
    }

    private static void Check(TableData data, FindingLog log)
    {
        new TimeSeriesRules(data, log).Check();
        CountRules.Check(data, log);
        CounterRules.Check(data, log);
        TemperatureRule.Check(data, log);
    }

    private static Finding Harden(Finding finding) =>
        Stricter.TryGetValue(finding.Code, out var code) ? finding with { Severity = FindingSeverity.Error, Code = code } : finding;
}
