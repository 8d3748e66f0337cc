using System.Buffers.Binary;
using System.Text;

namespace Voltloop.Health.ReadParquet;

/// <summary>
/// Reads flat Parquet files: numbers and texts, plain or by dictionary, unpacked, SNAPPY, GZIP or Brotli. Nested columns and
/// other encodings are refused by name. Source: Apache Parquet format specification 2.
/// </summary>
internal static class ParquetFile
{
    /// <summary>Most columns.</summary>
    public const int MaxColumns = 1024;

    /// <summary>Most rows: what a file of the largest size can hold.</summary>
    public const int MaxRows = 50_000_000;

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>True when the content begins as Parquet.</summary>
    public static bool Recognises(ReadOnlySpan<byte> content) => content.StartsWith(Magic);

    /// <summary>All columns.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, truncated, or uses what is not read.</exception>
    public static IReadOnlyList<ParquetColumn> Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return ReadColumns(file);
        }
        catch (Exception damaged) when (damaged is KeyNotFoundException or InvalidCastException or ArgumentException or IndexOutOfRangeException or OverflowException or IOException or InvalidOperationException)
        {
            throw new InvalidDataException("The Parquet file is damaged.", damaged);
        }
    }

    private static ParquetColumn[] ReadColumns(ReadOnlyMemory<byte> file)
    {
        var footer = Footer(file);
        var rows = (long)footer[3];
        var schema = ((object[])footer[2]).Cast<Dictionary<int, object>>().Skip(1).ToArray();
        if (rows is < 0 or > MaxRows || schema.Length > MaxColumns)
        {
            throw new InvalidDataException($"The Parquet file has {rows} rows and {schema.Length} columns; the limits are {MaxRows} and {MaxColumns}.");
        }

        ParquetColumn[] columns = [.. schema.Select(element => Empty(element, (int)rows))];
        var row = 0;
        foreach (var group in ((object[])footer[4]).Cast<Dictionary<int, object>>())
        {
            ReadGroup(file, (schema, columns), group, row);
            row += checked((int)(long)group[3]);
        }

        return columns;
    }

    private static void ReadGroup(ReadOnlyMemory<byte> file, (Dictionary<int, object>[] Schema, ParquetColumn[] Columns) table, Dictionary<int, object> group, int row)
    {
        var chunks = (object[])group[1];
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var metadata = (Dictionary<int, object>)((Dictionary<int, object>)chunks[i])[3];
            new ParquetChunk(file, metadata, (long)table.Schema[i].GetValueOrDefault(3, 0L) == 1).Read(table.Columns[i], row);
        }
    }

    private static Dictionary<int, object> Footer(ReadOnlyMemory<byte> file)
    {
        var span = file.Span;
        if (span.Length < 12 || !span.EndsWith(Magic))
        {
            throw new InvalidDataException("The Parquet file does not end as one: it is truncated.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(span[^8..]);
        return length > 0 && length <= span.Length - 12
            ? new ThriftReader(span.Slice(span.Length - 8 - length, length)).ReadStruct() : throw new InvalidDataException("The Parquet file has no footer.");
    }

    private static ParquetColumn Empty(Dictionary<int, object> element, int rows)
    {
        var name = Encoding.UTF8.GetString((byte[])element[4]);
        if (element.ContainsKey(5) || (long)element.GetValueOrDefault(3, 0L) == 2)
        {
            throw new InvalidDataException($"\"{name}\" is nested; only flat tables are read.");
        }

        if ((ParquetType)(long)element[1] == ParquetType.Bytes)
        {
            return new ParquetColumn(name, null, new string?[rows]);
        }

        var numbers = new double[rows];
        Array.Fill(numbers, double.NaN);
        return new ParquetColumn(name, numbers, null) { TicksPerSecond = Ticks(element) };
    }

    // Converted types 9 and 10 are moments in ms and µs; the logical type 8 has its unit in a structure of its own.
    private static double Ticks(Dictionary<int, object> element)
    {
        if (element.TryGetValue(10, out var logical) && ((Dictionary<int, object>)logical).TryGetValue(8, out var moment))
        {
            var unit = ((Dictionary<int, object>)((Dictionary<int, object>)moment)[2]).Keys.First();
            return Math.Pow(1000, unit);
        }

        return element.TryGetValue(6, out var converted) ? (long)converted switch { 9 => 1e3, 10 => 1e6, _ => 0 } : 0;
    }
}
