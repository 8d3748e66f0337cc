using System.Runtime.InteropServices;

namespace Voltloop.Record.Sqlite.Engine;

/// <summary>A SHA-256 as a key of dictionaries.</summary>
internal readonly record struct Hash(ulong A, ulong B, ulong C, ulong D)
{
    public static Hash Of(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<Hash>(bytes);

    public byte[] ToBytes()
    {
        var bytes = new byte[32];
        MemoryMarshal.Write(bytes, this);
        return bytes;
    }
}
