using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Passport.ImportPayload;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>Reads CSV (RFC 4180) with comma, semicolon or tabulator between cells; UTF-8 or UTF-16.</summary>
internal static class CsvSheet
{
    private const int MaxHeadLines = 1_000;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The rows.</summary>
    /// <exception cref="ProblemException">Broken quoting, or more than <see cref="SheetLimits"/>.</exception>
    public static SheetContent Read(ReadOnlyMemory<byte> bytes)
    {
        var utf8 = JsonText.ToUtf8(bytes);
        var text = System.Text.Encoding.UTF8.GetString(utf8.Span);
        var rows = new List<SheetRow>();
        foreach (var (number, cells) in new CsvText(text, Separator(FirstLine(text))).Rows())
        {
            if (number > SheetLimits.MaxRows) throw TooMany("rows", SheetLimits.MaxRows);
            if (cells.Count > SheetLimits.MaxColumns) throw TooMany("columns", SheetLimits.MaxColumns);
            var row = new SheetRow(number, cells.Select(cell => new SheetCell(cell.Trim(), SheetCellKind.Text)).ToList());
            if (!row.IsEmpty) rows.Add(row);
        }

        return new SheetContent("Spreadsheet of passports (CSV)", rows, []);
    }

    /// <summary>Cells of the first line, without regard to quotes: enough to recognise a sheet.</summary>
    public static IReadOnlyList<string> Glance(string text)
    {
        var line = FirstLine(text);
        return line.Split(Separator(line)).Select(cell => cell.Trim().Trim('"')).ToList();
    }

    /// <summary>The error of a sheet that is too large.</summary>
    public static ProblemException TooMany(string what, int limit) => new(
        CommonProblems.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The sheet has more than {limit:N0} {what} (SheetLimits)."), null, "Split the sheet.");

    // Lines with # may come first and have other separators in their remarks.
    private static string FirstLine(string text) =>
        text.Split('\n', MaxHeadLines).Select(line => line.Trim('\r', ' ')).FirstOrDefault(line => line.Length > 0 && line.TrimStart('"') is [not '#', ..]) ?? "";

    private static char Separator(string line) => Separators.MaxBy(separator => line.Count(c => c == separator));
}
