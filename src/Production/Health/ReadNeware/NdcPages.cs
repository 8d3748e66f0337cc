using System.Buffers.Binary;
using System.Numerics;

namespace Voltloop.Health.ReadNeware;

/// <summary>
/// The pages of one part of a Neware archive: 4096 bytes each, the first of them the head of the file; every other begins
/// with a count and a map of the places that hold a record. Layout found by inspection of real files, whose records it
/// accounts for to the last byte.
/// </summary>
/// <param name="bytes">The part.</param>
/// <param name="recordSize">Bytes of a record.</param>
internal sealed class NdcPages(ReadOnlyMemory<byte> bytes, int recordSize)
{
    /// <summary>Version of the layout that is known.</summary>
    public const int KnownVersion = 17;

    private const int PageSize = 4096;
    private const int HeadSize = 132;

    /// <summary>Version of the layout.</summary>
    public int Version => bytes.Length < 4 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[2..]);

    /// <summary>All records in order.</summary>
    /// <exception cref="InvalidDataException">A page is cut off, or its count and its map disagree.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Records()
    {
        if (bytes.Length % PageSize != 0)
        {
            throw new InvalidDataException($"A part has {bytes.Length} bytes, which are no whole pages of {PageSize}: the file is truncated.");
        }

        for (var page = PageSize; page < bytes.Length; page += PageSize)
        {
            CheckCount(bytes.Span.Slice(page, HeadSize), page);
            for (var place = 0; place < (PageSize - HeadSize) / recordSize; place++)
            {
                if ((bytes.Span[page + 4 + place / 8] >> (place % 8) & 1) == 1)
                {
                    yield return bytes.Slice(page + HeadSize + place * recordSize, recordSize);
                }
            }
        }
    }

    private static void CheckCount(ReadOnlySpan<byte> head, int page)
    {
        var counted = BinaryPrimitives.ReadUInt16LittleEndian(head[2..]);
        var marked = 0;
        foreach (var part in head[4..])
        {
            marked += BitOperations.PopCount(part);
        }

        if (counted != marked)
        {
            throw new InvalidDataException($"The page at byte {page} says it has {counted} records and marks {marked}: it is damaged.");
        }
    }
}
