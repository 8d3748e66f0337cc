using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Voltloop.Tests;

/// <summary>Writes small workbooks by hand, so that faults can be put in that no program would write.</summary>
internal sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly List<(string Name, string State, string Xml)> _sheets = [];

    public Workbook Sheet(string name, string rows, string state = "visible", string merges = "")
    {
        var merged = merges.Length == 0 ? "" : $"<mergeCells count=\"1\"><mergeCell ref=\"{merges}\"/></mergeCells>";
        _sheets.Add((name, state, $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{merged}</worksheet>"));
        return this;
    }

    /// <summary>A row of cells; a text is an inline string, a number a number, and what starts with <c>&lt;c</c> stays as it is.</summary>
    public static string Row(int number, params object[] cells) => $"<row r=\"{number}\">{string.Concat(cells.Select((cell, index) => Cell(cell, (char)('A' + index) + number.ToString(CultureInfo.InvariantCulture))))}</row>";

    public byte[] Bytes()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Add(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{string.Concat(_sheets.Select((sheet, index) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" state=\"{sheet.State}\" r:id=\"s{index + 1}\"/>"))}</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(_sheets.Select((_, index) => $"<Relationship Id=\"s{index + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"))}<Relationship Id=\"st\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\" xfId=\"0\"/><xf numFmtId=\"14\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            for (var index = 0; index < _sheets.Count; index++) Add(zip, $"xl/worksheets/sheet{index + 1}.xml", _sheets[index].Xml);
        }

        return memory.ToArray();
    }

    private static string Cell(object cell, string at) => cell switch
    {
        string raw when raw.StartsWith("<c ", StringComparison.Ordinal) => raw,
        string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
        _ => $"<c r=\"{at}\"><v>{Convert.ToString(cell, CultureInfo.InvariantCulture)}</v></c>",
    };

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
