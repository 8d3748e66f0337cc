using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadCyclers.Text;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadSheets;

/// <summary>
/// Workbooks (XLSX, XLS) that cyclers write: the sheets whose header is that of one of the dialects are read one after the
/// other as if they were one table of text.
/// </summary>
/// <param name="dialects">Formats of text, the most particular first.</param>
internal sealed class SheetFormat(IReadOnlyList<ICyclerFormat> dialects) : ICyclerFormat
{
    /// <summary>Most rows of all sheets.</summary>
    public const int MaxRows = 5_000_000;

    /// <summary>Rows of a sheet that are looked at for a header.</summary>
    public const int HeadRows = 60;

    static SheetFormat() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0];

    /// <inheritdoc/>
    public string Name => "workbook of a cycler (XLSX, XLS)";

    /// <inheritdoc/>
    public bool Recognises(CyclerGlance glance)
    {
        var span = glance.Bytes.Span;
        if (!span.StartsWith(Zip) && !span.StartsWith(Compound))
        {
            return false;
        }

        try
        {
            using var reader = Open(glance.Bytes);
            do
            {
                if (Find(Head(reader)) is not null)
                {
                    return true;
                }
            }
            while (reader.NextResult());
        }
        catch (Exception other) when (IsUnreadable(other))
        {
            return false;
        }

        return false;
    }

    /// <inheritdoc/>
    public CyclerTable? Read(ReadOnlyMemory<byte> content, FindingLog log)
    {
        try
        {
            return ReadSheets(content, log);
        }
        catch (Exception damaged) when (IsUnreadable(damaged))
        {
            log.Error("workbook-unreadable", $"The workbook is damaged: {damaged.Message}");
            return null;
        }
    }

    private CyclerTable? ReadSheets(ReadOnlyMemory<byte> content, FindingLog log)
    {
        using var reader = Open(content);
        using var text = new MemoryStream();
        ICyclerFormat? format = null;
        do
        {
            var head = Head(reader);
            if (Find(head) is { } found && (format is null || ReferenceEquals(found, format)))
            {
                Copy(reader, head, text, hasHeader: format is not null);
                format = found;
            }
        }
        while (reader.NextResult());
        return format!.Read(text.ToArray(), log) is { } table ? table with { Format = $"{format.Name.Replace(" CSV", "", StringComparison.Ordinal)} (workbook)" } : null;
    }

    private ICyclerFormat? Find(List<string> head)
    {
        var glance = CyclerGlance.At(Encoding.UTF8.GetBytes(string.Concat(head.Select(row => row + "\n"))));
        return dialects.FirstOrDefault(format => format.Recognises(glance));
    }

    private static List<string> Head(IExcelDataReader reader)
    {
        var rows = new List<string>();
        while (rows.Count < HeadRows && reader.Read())
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    // Of later sheets, what stands above and in the header is left out: it is as long as that of the first.
    private static void Copy(IExcelDataReader reader, List<string> head, MemoryStream text, bool hasHeader)
    {
        foreach (var row in hasHeader ? head.SkipWhile(line => !char.IsAsciiDigit(line.FirstOrDefault())) : head)
        {
            text.Write(Encoding.UTF8.GetBytes(row + "\n"));
        }

        for (var rows = 0; reader.Read(); rows++)
        {
            if (rows > MaxRows)
            {
                throw new InvalidDataException($"more than {MaxRows} rows");
            }

            text.Write(Encoding.UTF8.GetBytes(Row(reader) + "\n"));
        }
    }

    private static string Row(IExcelDataReader reader) => string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader.GetValue(i))));

    private static string Cell(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        TimeSpan duration => (duration.TotalSeconds / 86400).ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.ReplaceLineEndings(" ").Replace('\t', ' '),
    };

    private static IExcelDataReader Open(ReadOnlyMemory<byte> content) => ExcelReaderFactory.CreateReader(new MemoryStream(content.ToArray()));

    private static bool IsUnreadable(Exception problem) => problem is ExcelReaderException or InvalidDataException or System.Xml.XmlException
        or IOException or IndexOutOfRangeException or ArgumentException or NotSupportedException or InvalidOperationException or NullReferenceException;
}
