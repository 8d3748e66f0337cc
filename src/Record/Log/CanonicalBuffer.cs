using System.Buffers.Binary;
using System.Text;

namespace Voltloop.Record.Log;

/// <summary>Grows as canonical bytes are written to it; used again for the next statement.</summary>
public sealed class CanonicalBuffer
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _bytes = new byte[1024];

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public Span<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => Length = 0;

    /// <summary>One byte.</summary>
    public void Add(byte value) => Take(1)[0] = value;

    /// <summary>Four bytes, most significant first.</summary>
    public void Add(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Take(4), value);

    /// <summary>Eight bytes, most significant first.</summary>
    public void Add(long value) => BinaryPrimitives.WriteInt64BigEndian(Take(8), value);

    /// <summary>The eight bytes of an IEEE 754 number, with zero always positive.</summary>
    public void Add(double value) => Add(BitConverter.DoubleToInt64Bits(value + 0.0));

    /// <summary>Length in bytes and UTF-8; 0xFFFFFFFF for none.</summary>
    /// <exception cref="EncoderFallbackException">The text is not well-formed Unicode.</exception>
    public void Add(string? text)
    {
        if (text is null)
        {
            Add(uint.MaxValue);
            return;
        }

        var start = Length;
        var room = Take(4 + Strict.GetMaxByteCount(text.Length));
        var written = Strict.GetBytes(text, room[4..]);
        BinaryPrimitives.WriteUInt32BigEndian(room, (uint)written);
        Length = start + 4 + written;
    }

    /// <summary>Bytes as they are, without their length.</summary>
    public void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    private Span<byte> Take(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
