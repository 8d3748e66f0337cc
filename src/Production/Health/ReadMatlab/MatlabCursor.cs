using System.Buffers.Binary;
using System.Globalization;

namespace Voltloop.Health.ReadMatlab;

/// <summary>Walks over the data elements in a stretch of bytes; every length is checked before it is believed.</summary>
internal sealed class MatlabCursor(ReadOnlyMemory<byte> bytes, bool bigEndian)
{
    private const int TagBytes = 8;
    private const int Alignment = 8;
    private int _at;

    /// <summary>True when nothing follows but padding shorter than a tag.</summary>
    public bool AtEnd => _at + TagBytes > bytes.Length;

    /// <summary>Bytes behind the last element that are too few for another; 0 in a sound file.</summary>
    public int Rest => bytes.Length - _at;

    /// <summary>The next element.</summary>
    public MatlabElement Next()
    {
        if (AtEnd)
        {
            throw MatlabProblems.At(_at, "The file ends where another part should begin.");
        }

        var from = _at;
        var word = Word(from);
        var packed = word >> 16;
        if (packed != 0)
        {
            return Small(word & 0xFFFF, (int)packed, from);
        }

        var (type, length) = (Known(word, from), Word(from + 4));
        if (length > (uint)(bytes.Length - from - TagBytes))
        {
            throw MatlabProblems.At(from, string.Create(CultureInfo.InvariantCulture, $"A part of {length} bytes is announced; {bytes.Length - from - TagBytes} follow."));
        }

        // Compressed elements are the only ones that are not padded.
        var used = type == MatlabElementType.Compressed ? (int)length : ((int)length + Alignment - 1) / Alignment * Alignment;
        _at = Math.Min(bytes.Length, from + TagBytes + used);
        return new MatlabElement(type, bytes.Slice(from + TagBytes, (int)length), from);
    }

    // Up to four bytes of data stand within the tag itself.
    private MatlabElement Small(uint type, int length, int from)
    {
        if (length > 4)
        {
            throw MatlabProblems.At(from, string.Create(CultureInfo.InvariantCulture, $"A small part of {length} bytes cannot be."));
        }

        _at = from + TagBytes;
        return new MatlabElement(Known(type, from), bytes.Slice(from + 4, length), from);
    }

    private static MatlabElementType Known(uint type, int from) => Enum.IsDefined((MatlabElementType)type)
        ? (MatlabElementType)type
        : throw MatlabProblems.At(from, string.Create(CultureInfo.InvariantCulture, $"Type {type} is none that the format knows."));

    private uint Word(int from) => bigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(bytes.Span[from..])
        : BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[from..]);
}
