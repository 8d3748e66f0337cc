using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Voltloop.Record.Importing;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>Finds formulas that carry no value and cells that show an error; readers of values see only an empty cell there.</summary>
internal static class XlsxFormulas
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>One error per such cell.</summary>
    public static IReadOnlyList<Finding> Faults(ReadOnlyMemory<byte> bytes, string sheet)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
        if (Part(archive, sheet) is not { } part) return [];
        var cells = new List<Finding>();
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, Safe);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c") continue;
            using var cell = reader.ReadSubtree();
            var element = XElement.Load(cell);
            if (Fault(element) is { } fault) cells.Add(fault with { Location = (string?)element.Attribute("r") });
        }

        return cells;
    }

    private static Finding? Fault(XElement cell)
    {
        var value = cell.Element(Main + "v")?.Value;
        if ((string?)cell.Attribute("t") == "e") return new Finding(FindingSeverity.Error, "cell-error", $"The cell shows the error {value}.");
        return cell.Element(Main + "f") is not null && string.IsNullOrEmpty(value)
            ? new Finding(FindingSeverity.Error, "formula-without-value", "The cell holds a formula whose value was never worked out: open and save the workbook in a spreadsheet program.")
            : null;
    }

    private static ZipArchiveEntry? Part(ZipArchive archive, string sheet)
    {
        var id = Load(archive, "xl/workbook.xml")?.Descendants(Main + "sheet")
            .FirstOrDefault(element => (string?)element.Attribute("name") == sheet)?.Attribute(Relation + "id")?.Value;
        var target = Load(archive, "xl/_rels/workbook.xml.rels")?.Root?.Elements()
            .FirstOrDefault(element => (string?)element.Attribute("Id") == id)?.Attribute("Target")?.Value;
        if (target is null) return null;
        return archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    private static XDocument? Load(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry) return null;
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Safe);
        return XDocument.Load(reader);
    }
}
