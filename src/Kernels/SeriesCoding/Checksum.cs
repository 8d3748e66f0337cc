using System.Buffers.Binary;
using System.Numerics;

namespace Voltloop.Kernels.SeriesCoding;

/// <summary>CRC-32C (Castagnoli, RFC 3720 appendix B.4), with the processor's instruction where there is one.</summary>
public static class Checksum
{
    /// <summary>Checksum of bytes.</summary>
    public static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
