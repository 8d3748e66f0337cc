using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Voltloop.Core.Problems;
using Voltloop.Record.Importing;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>Reads the first visible sheet of a workbook (Office Open XML).</summary>
internal static class XlsxSheet
{
    private const string Workbook = "xl/workbook.xml";
    private const string Visible = "visible";

    // The reader of workbooks asks for code page 1252 before it looks at the file.
    static XlsxSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>True when the bytes are a zip archive with a workbook in it.</summary>
    public static bool IsWorkbook(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 4 || !bytes.Span[..4].SequenceEqual("PK\u0003\u0004"u8)) return false;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
            return archive.GetEntry(Workbook) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The rows.</summary>
    /// <exception cref="ProblemException">A damaged workbook, no visible sheet, or more than <see cref="SheetLimits"/>.</exception>
    public static SheetContent Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes.ToArray(), writable: false));
            return Read(reader, bytes);
        }
        // The reader of workbooks fails in many ways over damaged ones, and names few of them.
        catch (Exception fault) when (fault is not ProblemException)
        {
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, "The workbook is damaged: " + fault.Message), fault);
        }
    }

    private static SheetContent Read(IExcelDataReader reader, ReadOnlyMemory<byte> bytes)
    {
        var findings = new List<Finding>();
        List<SheetRow>? rows = null;
        do
        {
            var isVisible = string.Equals(reader.VisibleState, Visible, StringComparison.OrdinalIgnoreCase);
            if (!isVisible) findings.Add(new Finding(FindingSeverity.Warning, "hidden-sheet", $"The sheet \"{reader.Name}\" is hidden: it is not read.", reader.Name));
            else if (rows is not null) findings.Add(new Finding(FindingSeverity.Warning, "sheet-not-read", $"Only the first visible sheet is read, not \"{reader.Name}\".", reader.Name));
            else rows = Sheet(reader, bytes, findings);
        }
        while (reader.NextResult());
        return rows is null
            ? throw new ProblemException(CommonProblems.MalformedInput, "The workbook has no visible sheet.")
            : new SheetContent("Spreadsheet of passports (XLSX)", rows, findings);
    }

    private static List<SheetRow> Sheet(IExcelDataReader reader, ReadOnlyMemory<byte> bytes, List<Finding> findings)
    {
        findings.AddRange((reader.MergeCells ?? []).Select(Merged));
        findings.AddRange(XlsxFormulas.Faults(bytes, reader.Name));
        if (reader.FieldCount > SheetLimits.MaxColumns) throw CsvSheet.TooMany("columns", SheetLimits.MaxColumns);
        var rows = new List<SheetRow>();
        while (reader.Read())
        {
            var number = reader.Depth + 1;
            if (number > SheetLimits.MaxRows) throw CsvSheet.TooMany("rows", SheetLimits.MaxRows);
            var row = new SheetRow(number, Enumerable.Range(0, reader.FieldCount).Select(column => Cell(reader, column)).ToList());
            if (!row.IsEmpty) rows.Add(row);
        }

        return rows;
    }

    private static Finding Merged(CellRange range) => new(
        FindingSeverity.Error, "merged-cells", "Cells are merged, so their value belongs to no single battery or column.",
        $"{SheetCell.Name(range.FromColumn, range.FromRow + 1)}:{SheetCell.Name(range.ToColumn, range.ToRow + 1)}");

    private static SheetCell Cell(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => new SheetCell("", SheetCellKind.Text),
        double number => new SheetCell(number.ToString("R", CultureInfo.InvariantCulture), SheetCellKind.Number),
        int number => new SheetCell(number.ToString(CultureInfo.InvariantCulture), SheetCellKind.Number),
        bool truth => new SheetCell(truth ? "true" : "false", SheetCellKind.Boolean),
        DateTime day => new SheetCell(day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), SheetCellKind.Date),
        var other => new SheetCell(Convert.ToString(other, CultureInfo.InvariantCulture)!.Trim(), SheetCellKind.Text),
    };
}
