using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Voltloop.Bench.Fuzz;

/// <summary>Small MATLAB files of version 5, made in code: a matrix of numbers, plain and compressed, and a text in a structure.</summary>
internal static class MatlabSeeds
{
    private const int Matrix = 14;

    public static IEnumerable<byte[]> All()
    {
        var numbers = Element(Matrix, [.. Element(6, [6, 0, 0, 0, 0, 0, 0, 0]), .. Element(5, [2, 0, 0, 0, 2, 0, 0, 0]), .. Element(1, "meas"u8), .. Element(9, new byte[32])]);
        var text = Element(Matrix, [.. Element(6, [4, 0, 0, 0, 0, 0, 0, 0]), .. Element(5, [1, 0, 0, 0, 3, 0, 0, 0]), .. Element(1, []), .. Element(4, [97, 0, 98, 0, 99, 0])]);
        var structure = Element(Matrix, [.. Element(6, [2, 0, 0, 0, 0, 0, 0, 0]), .. Element(5, [1, 0, 0, 0, 1, 0, 0, 0]), .. Element(1, "s"u8), .. Element(5, [8, 0, 0, 0]), .. Element(1, "Voltage\0"u8), .. text]);
        var cells = Element(Matrix, [.. Element(6, [1, 0, 0, 0, 0, 0, 0, 0]), .. Element(5, [1, 0, 0, 0, 2, 0, 0, 0]), .. Element(1, "c"u8), .. text, .. numbers]);
        yield return [.. Head(), .. numbers];
        yield return [.. Head(), .. structure, .. cells];
        yield return [.. Head(), .. Element(15, Deflated([.. numbers, .. structure]), isPadded: false)];
    }

    private static byte[] Head() => [.. Encoding.ASCII.GetBytes("MATLAB 5.0 MAT-file, made up".PadRight(124)), 0x00, 0x01, (byte)'I', (byte)'M'];

    private static byte[] Element(int type, ReadOnlySpan<byte> content, bool isPadded = true)
    {
        var bytes = new byte[8 + (isPadded ? (content.Length + 7) / 8 * 8 : content.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, type);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), content.Length);
        content.CopyTo(bytes.AsSpan(8));
        return bytes;
    }

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(content);
        return packed.ToArray();
    }
}
