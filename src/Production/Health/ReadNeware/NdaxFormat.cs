using System.Buffers.Binary;
using System.IO.Compression;
using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Health.ReadNeware;

/// <summary>Neware archives (ndax) of the layout 17: voltage and current of every record, time and step by segments.</summary>
internal sealed class NdaxFormat : ICyclerFormat
{
    private const string Data = "data.ndc";
    private const string RunInfo = "data_runInfo.ndc";
    private const int DataSize = 8;

    private static readonly string[] Columns = ["test_time", "voltage", "current", "unix_time", "step_time", "step_count", "record_index"];

    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    /// <inheritdoc/>
    public string Name => "Neware ndax";

    /// <inheritdoc/>
    public bool Recognises(CyclerGlance glance)
    {
        if (!glance.Bytes.Span.StartsWith(Zip))
        {
            return false;
        }

        try
        {
            using var archive = Open(glance.Bytes);
            return archive.GetEntry(Data) is not null;
        }
        catch (InvalidDataException)
        {
            // A truncated archive has lost its directory; the name of its first part still stands at its beginning.
            return glance.Bytes.Span[..Math.Min(glance.Bytes.Length, TableLimits.RecognitionBytes)].IndexOf(".ndc"u8) >= 0;
        }
    }

    /// <inheritdoc/>
    public CyclerTable? Read(ReadOnlyMemory<byte> content, FindingLog log)
    {
        try
        {
            using var archive = Open(content);
            var data = new NdcPages(Part(archive, Data), DataSize);
            if (data.Version != NdcPages.KnownVersion)
            {
                log.Error("ndax-version", $"The archive has the layout {data.Version}; {NdcPages.KnownVersion} is known. In what unit others keep voltage is not: export the test as CSV.");
                return null;
            }

            var table = Table(data, [.. new NdcPages(Part(archive, RunInfo), NdcSegment.Size).Records().Select(record => NdcSegment.Read(record.Span))]);
            log.Note("parts-left-out", $"Left out: {string.Join(", ", archive.Entries.Select(entry => entry.Name).Where(name => name is not (Data or RunInfo)))}.");
            return table;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            log.Error("ndax-unreadable", $"The archive is damaged or truncated: {damaged.Message}");
            return null;
        }
    }

    private static ZipArchive Open(ReadOnlyMemory<byte> content) => new(new MemoryStream(content.ToArray()), ZipArchiveMode.Read);

    private static byte[] Part(ZipArchive archive, string name)
    {
        var entry = archive.GetEntry(name) ?? throw new InvalidDataException($"It has no part {name}.");
        if (entry.Length > ImportLimits.MaxBytes)
        {
            throw new InvalidDataException($"Its part {name} has {entry.Length} bytes; the limit ImportLimits.MaxBytes is {ImportLimits.MaxBytes}.");
        }

        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private CyclerTable Table(NdcPages data, List<NdcSegment> segments)
    {
        var rows = data.Records().ToArray();
        if (segments.Count == 0 || rows.Length == 0 || segments[0].First != 1 || segments.Zip(segments.Skip(1)).Any(pair => pair.Second.First < pair.First.First))
        {
            throw new InvalidDataException("Its segments do not begin with the first record or are out of order.");
        }

        double[][] values = [.. Columns.Select(_ => new double[rows.Length])];
        Fill(rows, segments, values);
        var columns = Columns.Select((quantity, i) => new MeasuredColumn(i, quantity, BdfColumns.Find(quantity)!, UnitConversion.None));
        return new CyclerTable(Name, new TableData([.. columns], values, [], [.. Enumerable.Range(1, rows.Length)]), new RepairReport());
    }

    // The tester's clock gives the time within a step, that of the computer only where a step begins: it is set now and then.
    private static void Fill(ReadOnlyMemory<byte>[] rows, List<NdcSegment> segments, double[][] values)
    {
        var (begin, offset) = (segments[0].Unix - segments[0].StepSecond, 0.0);
        for (var (row, at) = (0, 0); row < rows.Length; row++)
        {
            for (; at + 1 < segments.Count && segments[at + 1].First <= row + 1; at++)
            {
                offset = segments[at + 1].Step == segments[at].Step ? offset
                    : Math.Max(row == 0 ? 0 : values[0][row - 1], segments[at + 1].Unix - segments[at + 1].StepSecond - begin);
            }

            var since = (row + 1 - segments[at].First) * segments[at].Interval;
            values[0][row] = Math.Round(offset + segments[at].StepSecond + since, 3);
            values[1][row] = BinaryPrimitives.ReadSingleLittleEndian(rows[row].Span);
            values[2][row] = BinaryPrimitives.ReadSingleLittleEndian(rows[row].Span[4..]);
            values[3][row] = Math.Round(segments[at].Unix + since, 3);
            values[4][row] = segments[at].StepSecond + since;
            values[5][row] = segments[at].Step;
            values[6][row] = row + 1;
        }
    }
}
