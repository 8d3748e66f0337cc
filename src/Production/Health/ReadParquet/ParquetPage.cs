using System.Buffers.Binary;
using System.IO.Compression;

namespace Voltloop.Health.ReadParquet;

/// <summary>One page of a column: its header and its unpacked bytes.</summary>
/// <param name="Header">Fields of the header.</param>
/// <param name="Levels">Bytes with the definition levels; empty when they are in front of the values or there are none.</param>
/// <param name="Body">Unpacked bytes.</param>
internal sealed record ParquetPage(IReadOnlyDictionary<int, object> Header, ReadOnlyMemory<byte> Levels, ReadOnlyMemory<byte> Body)
{
    /// <summary>Largest page, in bytes: 256 MiB.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>0 data, 2 dictionary, 3 data of the second version.</summary>
    public long Kind => (long)Header[1];

    /// <summary>The part of the header for this kind of page.</summary>
    public IReadOnlyDictionary<int, object> Detail => (Dictionary<int, object>)Header[Kind switch { 2 => 7, 3 => 8, _ => 5 }];

    /// <summary>Values, nulls counted.</summary>
    public int Count => checked((int)(long)Detail[1]);

    /// <summary>How values are written.</summary>
    public long Encoding => (long)Detail[Kind == 3 ? 4 : 2];

    /// <summary>Reads the page at a place and moves on behind it.</summary>
    public static ParquetPage Read(ReadOnlyMemory<byte> file, ref int at, long codec)
    {
        var reader = new ThriftReader(file.Span[at..]);
        var header = reader.ReadStruct();
        at += reader.Position;
        var (unpacked, packed) = ((long)header[2], (long)header[3]);
        if (packed < 0 || packed > file.Length - at || unpacked is < 0 or > MaxBytes)
        {
            throw new InvalidDataException("A Parquet page is longer than the file: the file is truncated.");
        }

        var body = file.Slice(at, (int)packed);
        at += (int)packed;
        var page = new ParquetPage(header, default, default);
        var apart = page.Kind == 3 ? (int)((long)page.Detail[5] + (long)page.Detail[6]) : 0;
        var isPacked = page.Kind != 3 || !page.Detail.TryGetValue(7, out var flag) || (long)flag == 1;
        var values = isPacked ? Unpack(body[apart..], codec, (int)unpacked - apart) : body[apart..];
        return page with { Levels = body[..apart], Body = values };
    }

    /// <summary>Takes the definition levels from the front of the values of a page of the first version.</summary>
    public ParquetPage WithLevels()
    {
        var length = Kind == 3 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(Body.Span);
        return Kind == 3 ? this : this with { Levels = Body.Slice(4, length), Body = Body[(4 + length)..] };
    }

    private static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed, long codec, int length) => codec switch
    {
        0 => packed,
        1 => Snappy.Unpack(packed.Span, length),
        2 => Inflate(new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress), length),
        4 => Inflate(new BrotliStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress), length),
        6 => throw new InvalidDataException("The Parquet file is packed with ZSTD, which is not read. Write it with SNAPPY, GZIP or no compression."),
        _ => throw new InvalidDataException($"The Parquet file is packed with codec {codec}, which is not read. Write it with SNAPPY, GZIP or no compression."),
    };

    private static byte[] Inflate(Stream stream, int length)
    {
        using (stream)
        {
            var bytes = new byte[length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
