using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
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
/// <param name="dialects">Dialects of text, the most particular first.</param>
internal sealed partial class SheetFormat(IReadOnlyList<TextDialect> dialects) : ICyclerFormat
{
    /// <summary>Most rows of all sheets.</summary>
    public const int MaxRows = 5_000_000;

    /// <summary>Rows of a sheet that are looked at for a header.</summary>
    public const int HeadRows = 60;

    private const int MaxSharedText = 1024 * 1024;
    private const int MaxNames = 2000;

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
            if (SharedNames(glance.Bytes) is { } names)
            {
                return dialects.Any(dialect => dialect.Match(names));
            }

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
        TextFormat? format = null;
        do
        {
            var head = Head(reader);
            if (Find(head) is { } found && (format is null || string.Equals(found.Name, format.Name, StringComparison.Ordinal)))
            {
                Copy(reader, head, text, hasHeader: format is not null);
                format = found;
            }
        }
        while (reader.NextResult());
        return format!.Read(text.ToArray(), log) is { } table ? table with { Format = $"{format.Name.Replace(" CSV", "", StringComparison.Ordinal)} (workbook)" } : null;
    }

    // Opening a workbook reads it whole; the table of its texts says as much and is small.
    private static HashSet<string>? SharedNames(ReadOnlyMemory<byte> content)
    {
        if (!content.Span.StartsWith(Zip))
        {
            return null;
        }

        using var archive = new ZipArchive(new MemoryStream(content.ToArray()), ZipArchiveMode.Read);
        if (archive.GetEntry("xl/sharedStrings.xml") is not { } entry)
        {
            return archive.GetEntry("xl/workbook.xml") is null ? [] : null;
        }

        using var reader = new StreamReader(entry.Open());
        var text = new char[MaxSharedText];
        var length = reader.ReadBlock(text);
        return [.. SharedText().Matches(new string(text, 0, length)).Take(MaxNames).Select(match => ColumnName.Parse(match.Groups["text"].Value).Quantity)];
    }

    [GeneratedRegex("<t[^>]*>(?<text>[^<]{1,80})</t>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SharedText();

    private TextFormat? Find(List<string> head)
    {
        var glance = CyclerGlance.At(Encoding.UTF8.GetBytes(string.Concat(head.Select(row => row + "\n"))));
        return dialects.FirstOrDefault(dialect => glance.Find(dialect) is not null) is { } found ? new TextFormat(found) : null;
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

    // The reader of workbooks fails in many ways over damaged ones, and names few of them.
    private static bool IsUnreadable(Exception problem) => problem is not Core.Problems.ProblemException;
}
