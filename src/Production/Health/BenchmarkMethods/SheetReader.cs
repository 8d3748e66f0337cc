using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Voltloop.Health.BenchmarkMethods;

/// <summary>Reads the numbers of a workbook.</summary>
internal static class SheetReader
{
    // The reader of workbooks asks for code page 1252 before it looks at the file.
    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>All sheets in order, or only the one named.</summary>
    public static IReadOnlyList<Sheet> Read(string path, string? only = null)
    {
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var sheets = new List<Sheet>();
        do
        {
            if (only is null || string.Equals(reader.Name, only, StringComparison.Ordinal)) sheets.Add(One(reader));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static Sheet One(IExcelDataReader reader)
    {
        var (name, headers, rows) = (reader.Name, Array.Empty<string>(), new List<object?[]>());
        while (reader.Read())
        {
            object?[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)];
            if (headers.Length == 0) headers = Array.ConvertAll(cells, cell => Convert.ToString(cell, CultureInfo.InvariantCulture)?.Trim() ?? "");
            else rows.Add(cells);
        }

        return new Sheet(name, headers, rows);
    }
}
