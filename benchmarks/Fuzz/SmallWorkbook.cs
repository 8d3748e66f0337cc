using System.IO.Compression;
using System.Security;
using System.Text;

namespace Voltloop.Bench.Fuzz;

/// <summary>The smallest workbook that spreadsheet programs read.</summary>
internal static class SmallWorkbook
{
    private const int MaxRows = 20;

    /// <summary>Rows of a table with commas, as texts and numbers of one sheet.</summary>
    public static byte[] Of(byte[] csv)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Part(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="data" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Part(zip, "xl/worksheets/sheet1.xml", Sheet(Encoding.UTF8.GetString(csv)));
        }

        return made.ToArray();
    }

    private static string Sheet(string csv) => "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        + string.Concat(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).Take(MaxRows).Select((line, row) => $"<row r=\"{row + 1}\">{string.Concat(line.Split(',').Select((text, column) => Cell(text.Trim(), row, column)))}</row>"))
        + "</sheetData></worksheet>";

    private static string Cell(string text, int row, int column) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)
        ? $"<c r=\"{Name(column)}{row + 1}\"><v>{text}</v></c>"
        : $"<c r=\"{Name(column)}{row + 1}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    private static string Name(int column) => column < 26 ? $"{(char)('A' + column)}" : Name((column / 26) - 1) + Name(column % 26);

    private static void Part(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
