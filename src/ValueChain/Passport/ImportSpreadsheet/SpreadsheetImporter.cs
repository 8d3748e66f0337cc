using System.Globalization;
using System.Text;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Passport.ImportPayload;
using Voltloop.Record.Documents;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>Imports spreadsheets with one battery or model per row: all rows or none, or all good rows when asked.</summary>
internal sealed class SpreadsheetImporter(IVocabulary vocabulary) : IImporter
{
    private const int PeekBytes = 4096;

    /// <inheritdoc/>
    public string Format => "Spreadsheet of passports, one battery or model per row (CSV, XLSX)";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source)
    {
        if (XlsxSheet.IsWorkbook(source.Bytes)) return true;
        var start = source.Bytes.Span[..Math.Min(source.Bytes.Length, PeekBytes)];
        var text = (start is [0xFF, 0xFE, ..] ? Encoding.Unicode : start is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode : Encoding.UTF8).GetString(start).TrimStart('\uFEFF');
        return CsvSheet.Glance(text).Contains(SheetColumn.IdRole, StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        var isWorkbook = XlsxSheet.IsWorkbook(source.Bytes);
        var content = isWorkbook ? XlsxSheet.Read(source.Bytes) : CsvSheet.Read(source.Bytes);
        var header = SheetHeader.Read(content, vocabulary);
        var rows = new SheetRows(header, options, new Evidence("declared", content.Format, null, ["sha256:" + source.Sha256]));
        var batteries = rows.Read();
        var findings = Findings(content, header, rows, options);
        if (findings.Any(finding => finding.Severity == FindingSeverity.Error))
            return new ImportPlan(content.Format, new WriteBatch(), ImportFindings.Limit(findings, options.Strict), []);
        var document = new DocumentContent(source.Name, isWorkbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv", source.Bytes);
        return await new SheetPlanner(vocabulary, record, options).PlanAsync(content.Format, batteries, (document, findings), cancellation).ConfigureAwait(false);
    }

    private static List<Finding> Findings(SheetContent content, SheetHeader header, SheetRows rows, ImportOptions options)
    {
        var faults = options.SkipBadRows ? rows.Faults.Select(fault => fault with { Severity = FindingSeverity.Warning }) : rows.Faults;
        List<Finding> all = [.. content.Findings, .. header.Findings, .. faults];
        if (options.SkipBadRows && rows.BadRows > 0)
            all.Add(new Finding(FindingSeverity.Warning, "rows-skipped", string.Create(CultureInfo.InvariantCulture, $"{rows.BadRows} of {header.Body.Count} rows are left out.")));
        return all;
    }
}
