using System.Numerics;
using System.Runtime.InteropServices;

namespace Voltloop.Kernels.Lineage;

/// <summary>
/// Sixty-four bits that change when bytes do: four lanes of multiply and rotate, so that a file of a gigabyte is checked as fast
/// as it is read. Against damage, not against forgery.
/// </summary>
internal static class LineageChecksum
{
    private const ulong Odd = 0x9E3779B97F4A7C15;
    private const ulong Other = 0xD6E8FEB86659FD93;
    private const int Turn = 29;

    /// <summary>The checksum of a piece of memory.</summary>
    public static unsafe ulong Of(byte* start, long bytes)
    {
        const int Piece = 1 << 30;
        var sum = (ulong)bytes;
        for (var at = 0L; at < bytes; at += Piece) sum = Mix(sum ^ Of(new ReadOnlySpan<byte>(start + at, (int)Math.Min(Piece, bytes - at))));
        return sum;
    }

    /// <summary>The checksum of some bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var (a, b, c, d) = (Odd, Other, Odd ^ Other, (ulong)bytes.Length);
        var at = 0;
        for (; at + 4 <= words.Length; at += 4)
        {
            a = BitOperations.RotateLeft((a ^ words[at]) * Odd, Turn);
            b = BitOperations.RotateLeft((b ^ words[at + 1]) * Other, Turn);
            c = BitOperations.RotateLeft((c ^ words[at + 2]) * Odd, Turn);
            d = BitOperations.RotateLeft((d ^ words[at + 3]) * Other, Turn);
        }

        for (; at < words.Length; at++) a = BitOperations.RotateLeft((a ^ words[at]) * Odd, Turn);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..]) b = BitOperations.RotateLeft((b ^ rest) * Other, Turn);
        return Mix(a ^ Mix(b ^ Mix(c ^ Mix(d))));
    }

    private static ulong Mix(ulong sum)
    {
        sum = (sum ^ (sum >> 32)) * Other;
        sum = (sum ^ (sum >> 29)) * Odd;
        return sum ^ (sum >> 32);
    }
}
