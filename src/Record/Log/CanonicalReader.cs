using System.Buffers.Binary;
using System.Text;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Log;

/// <summary>Reads what <see cref="CanonicalBuffer"/> wrote.</summary>
internal ref struct CanonicalReader(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public byte Byte() => Take(1)[0];

    public uint UInt() => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint)));

    public long Long() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    public DateTimeOffset Moment()
    {
        var microseconds = Long();
        Expect(RecordTime.IsMoment(microseconds));
        return RecordTime.FromMicroseconds(microseconds);
    }

    public byte[] Bytes(int count) => Take(count).ToArray();

    public string? Text()
    {
        var length = UInt();
        if (length == uint.MaxValue)
        {
            return null;
        }

        Expect(length <= (uint)_rest.Length);
        try
        {
            return Strict.GetString(Take((int)length));
        }
        catch (DecoderFallbackException)
        {
            throw Damaged();
        }
    }

    public readonly void Expect(bool holds)
    {
        if (!holds)
        {
            throw Damaged();
        }
    }

    private static ProblemException Damaged() => new(CommonProblems.MalformedInput, "The bytes are not an entry of the log.");

    private ReadOnlySpan<byte> Take(int count)
    {
        Expect(count <= _rest.Length);
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
