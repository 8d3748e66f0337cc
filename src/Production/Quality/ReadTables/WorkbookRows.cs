using System.Globalization;
using System.Text;
using ExcelDataReader;
using Voltloop.Core.Problems;

namespace Voltloop.Quality.ReadTables;

/// <summary>Rows of the first visible sheet of a workbook (Office Open XML), as text.</summary>
internal static class WorkbookRows
{
    private const string Visible = "visible";

    // The reader of workbooks asks for code page 1252 before it looks at the file.
    static WorkbookRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether the bytes begin as a zip archive, which a workbook is.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The rows; those without any text are left out.</summary>
    /// <exception cref="ProblemException">The workbook is damaged, has no visible sheet, or has too many rows.</exception>
    public static string[][] Read(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes.ToArray(), writable: false));
            do
            {
                if (string.Equals(reader.VisibleState, Visible, StringComparison.OrdinalIgnoreCase)) return [.. Rows(name, reader).Where(row => row.Any(field => field.Length > 0))];
            }
            while (reader.NextResult());
        }
        // The reader of workbooks fails in many ways over damaged ones, and names few of them.
        catch (Exception fault) when (fault is not ProblemException)
        {
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, "The workbook is damaged: " + fault.Message, name), fault);
        }

        throw new ProblemException(CommonProblems.MalformedInput, "The workbook has no visible sheet.", name);
    }

    private static IEnumerable<string[]> Rows(string name, IExcelDataReader reader)
    {
        for (var row = 0; reader.Read(); row++)
        {
            if (row > DelimitedTable.MaxRows) throw new ProblemException(CommonProblems.LimitExceeded, $"The sheet has more than {DelimitedTable.MaxRows} rows (DelimitedTable.MaxRows).", name);
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))];
        }
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!.Trim(),
    };
}
