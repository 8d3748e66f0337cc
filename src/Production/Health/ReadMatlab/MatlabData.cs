using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Voltloop.Health.ReadMatlab;

/// <summary>Turns the bytes of an element into numbers or text.</summary>
internal static class MatlabData
{
    private static readonly UTF32Encoding Utf32BigEndian = new(bigEndian: true, byteOrderMark: false);

    /// <summary>Bytes of one number; 0 for types that are no numbers.</summary>
    public static int Size(MatlabElementType type) => type switch
    {
        MatlabElementType.Int8 or MatlabElementType.UInt8 or MatlabElementType.Utf8 => 1,
        MatlabElementType.Int16 or MatlabElementType.UInt16 or MatlabElementType.Utf16 => 2,
        MatlabElementType.Int32 or MatlabElementType.UInt32 or MatlabElementType.Single or MatlabElementType.Utf32 => 4,
        MatlabElementType.Double or MatlabElementType.Int64 or MatlabElementType.UInt64 => 8,
        _ => 0,
    };

    /// <summary>All numbers of an element.</summary>
    public static double[] Numbers(MatlabElement element, bool bigEndian)
    {
        var size = Size(element.Type);
        if (size == 0 || element.Data.Length % size != 0)
        {
            throw MatlabProblems.At(element.Offset, string.Create(CultureInfo.InvariantCulture, $"{element.Data.Length} bytes of type {element.Type} are not numbers."));
        }

        var span = element.Data.Span;
        var numbers = new double[span.Length / size];
        if (element.Type == MatlabElementType.Double && !bigEndian && BitConverter.IsLittleEndian)
        {
            span.CopyTo(MemoryMarshal.AsBytes(numbers.AsSpan()));
            return numbers;
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = One(span.Slice(i * size, size), element.Type, bigEndian);
        }

        return numbers;
    }

    /// <summary>All whole numbers of an element of 32-bit integers: dimensions, flags, lengths.</summary>
    public static int[] Integers(MatlabElement element, bool bigEndian)
    {
        if (element.Type is not (MatlabElementType.Int32 or MatlabElementType.UInt32))
        {
            throw MatlabProblems.At(element.Offset, $"32-bit integers are expected, not {element.Type}.");
        }

        return Array.ConvertAll(Numbers(element, bigEndian), number => number is >= int.MinValue and <= int.MaxValue ? (int)number : -1);
    }

    /// <summary>The characters of an element, one per code unit as MATLAB counts them.</summary>
    public static string Characters(MatlabElement element, bool bigEndian) => element.Type switch
    {
        MatlabElementType.Utf8 or MatlabElementType.Int8 or MatlabElementType.UInt8 => Encoding.UTF8.GetString(element.Data.Span),
        MatlabElementType.Utf16 or MatlabElementType.UInt16 or MatlabElementType.Int16 =>
            (bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(element.Data.Span),
        MatlabElementType.Utf32 => (bigEndian ? Utf32BigEndian : Encoding.UTF32).GetString(element.Data.Span),
        _ => throw MatlabProblems.At(element.Offset, $"{element.Type} are no characters."),
    };

    private static double One(ReadOnlySpan<byte> at, MatlabElementType type, bool bigEndian) => type switch
    {
        MatlabElementType.Int8 => (sbyte)at[0],
        MatlabElementType.UInt8 or MatlabElementType.Utf8 => at[0],
        MatlabElementType.Int16 => bigEndian ? BinaryPrimitives.ReadInt16BigEndian(at) : BinaryPrimitives.ReadInt16LittleEndian(at),
        MatlabElementType.UInt16 or MatlabElementType.Utf16 => bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at),
        MatlabElementType.Int32 => bigEndian ? BinaryPrimitives.ReadInt32BigEndian(at) : BinaryPrimitives.ReadInt32LittleEndian(at),
        MatlabElementType.UInt32 or MatlabElementType.Utf32 => bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at),
        MatlabElementType.Single => bigEndian ? BinaryPrimitives.ReadSingleBigEndian(at) : BinaryPrimitives.ReadSingleLittleEndian(at),
        MatlabElementType.Int64 => bigEndian ? BinaryPrimitives.ReadInt64BigEndian(at) : BinaryPrimitives.ReadInt64LittleEndian(at),
        MatlabElementType.UInt64 => bigEndian ? BinaryPrimitives.ReadUInt64BigEndian(at) : BinaryPrimitives.ReadUInt64LittleEndian(at),
        _ => bigEndian ? BinaryPrimitives.ReadDoubleBigEndian(at) : BinaryPrimitives.ReadDoubleLittleEndian(at),
    };
}
