using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Voltloop.Bench.Fuzz;

/// <summary>Damages bytes in the ways in which files and messages are damaged or made to harm. The same seed gives the same inputs.</summary>
/// <param name="chance">Where chance comes from.</param>
internal sealed class FuzzMutator(Random chance)
{
    private const int MostChanges = 4;
    private const int MostBytes = 1024 * 1024;
    private const int Deep = 3000;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "-1", "0", "1e308", "-1e-320", "NaN", "Infinity", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "2147483648", "0.1e999", "null", "[]", "{}", "\"\"", "\"\\u0000\"", "\"\\ud800\"",
            "=1+1", "../../etc/passwd", "%00", "%ff%fe", "\uFEFF", "\u202E", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00-14:00", "24:00:00", "+99:99", ",,,,,,", "\r", "\n\n\n", "\t", ";", "\"", "'", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>", "&y;",
            "urn:epc:id:sgtin:0.0.0", "https://id.gs1.org/01/00000000000000", "did:web:", "1,5", "1.000.000,5", "١٢٣", new string('9', 400), new string('a', 5000),
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>A damaged input.</summary>
    /// <param name="seed">The sound one.</param>
    /// <param name="others">Others of the same target, to be mixed in.</param>
    public byte[] Change(byte[] seed, IReadOnlyList<FuzzSeed> others)
    {
        // Damage inside an archive goes past its check sums only when it is packed again.
        if (chance.Next(2) == 0 && Unpacked(seed) is { } inside) return Packed(Several(inside, others));
        if (chance.Next(2) == 0 && seed.AsSpan().StartsWith("PK"u8) && Rezipped(seed, others) is { } zip) return zip;
        return Several(seed, others);
    }

    private byte[] Several(byte[] bytes, IReadOnlyList<FuzzSeed> others)
    {
        for (var left = 1 + chance.Next(MostChanges); left > 0; left--) bytes = One(bytes, others);
        return bytes.Length > MostBytes ? bytes[..MostBytes] : bytes;
    }

    private byte[] One(byte[] bytes, IReadOnlyList<FuzzSeed> others)
    {
        if (bytes.Length == 0) return Token();
        var (from, length) = Piece(bytes);
        return chance.Next(13) switch
        {
            0 => Flipped(bytes),
            1 => bytes[..from],
            2 => [.. bytes[..from], .. bytes[(from + length)..]],
            3 => Joined(bytes[..from], Repeated(bytes[from..(from + length)], 1 + chance.Next(50)), bytes[from..]),
            4 => Joined(bytes[..from], Token(), bytes[from..]),
            5 => Joined(bytes[..from], Token(), bytes[(from + length)..]),
            6 => Number(bytes),
            7 => Spliced(bytes, others),
            8 => Joined(bytes[..from], Repeated([(byte)"[{(<\""[chance.Next(5)]], Deep), bytes[from..]),
            9 => Boundary(bytes),
            10 => Lines(bytes),
            11 => Separators(bytes),
            _ => Field(bytes),
        };
    }

    private (int From, int Length) Piece(byte[] bytes)
    {
        var from = chance.Next(bytes.Length);
        return (from, Math.Min(bytes.Length - from, 1 << chance.Next(12)));
    }

    private byte[] Flipped(byte[] bytes)
    {
        var changed = bytes.ToArray();
        for (var left = 1 + chance.Next(8); left > 0; left--) changed[chance.Next(chance.Next(2) == 0 ? Math.Min(512, changed.Length) : changed.Length)] ^= (byte)(1 << chance.Next(8));
        return changed;
    }

    // Counts and lengths in binary files stand in four or eight bytes.
    private byte[] Boundary(byte[] bytes)
    {
        var changed = bytes.ToArray();
        if (changed.Length < 8) return Flipped(bytes);
        var at = chance.Next(changed.Length - 7);
        long[] values = [0, -1, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, 1 << 16, 255];
        if (chance.Next(2) == 0) BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at), unchecked((int)values[chance.Next(values.Length)]));
        else BinaryPrimitives.WriteInt64LittleEndian(changed.AsSpan(at), values[chance.Next(values.Length)]);
        return changed;
    }

    // A number in the text becomes another.
    private byte[] Number(byte[] bytes)
    {
        var at = Array.FindIndex(bytes, chance.Next(bytes.Length), b => b is >= (byte)'0' and <= (byte)'9');
        if (at < 0) return Flipped(bytes);
        var end = at;
        while (end < bytes.Length && (bytes[end] is >= (byte)'0' and <= (byte)'9' or (byte)'.' or (byte)'e' or (byte)'-')) end++;
        return Joined(bytes[..at], Token(), bytes[end..]);
    }

    // A value between two commas, tabs or quotes.
    private byte[] Field(byte[] bytes)
    {
        var at = Array.FindIndex(bytes, chance.Next(bytes.Length), IsEdge);
        var end = at < 0 ? -1 : Array.FindIndex(bytes, at + 1, IsEdge);
        return end < 0 ? Flipped(bytes) : Joined(bytes[..(at + 1)], chance.Next(3) == 0 ? [] : Token(), bytes[end..]);
    }

    private byte[] Lines(byte[] bytes)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n').ToList();
        var (one, other) = (chance.Next(lines.Count), chance.Next(lines.Count));
        switch (chance.Next(3))
        {
            case 0: (lines[one], lines[other]) = (lines[other], lines[one]); break;
            case 1: lines.RemoveAt(one); break;
            default: lines.InsertRange(one, Enumerable.Repeat(lines[other], 1 + chance.Next(100))); break;
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private byte[] Separators(byte[] bytes)
    {
        var (from, to) = ((byte)",;\t\n.:/"[chance.Next(7)], (byte)",;\t\n. \0"[chance.Next(7)]);
        return Array.ConvertAll(bytes, b => b == from ? to : b);
    }

    private byte[] Spliced(byte[] bytes, IReadOnlyList<FuzzSeed> others)
    {
        var other = others[chance.Next(others.Count)].Bytes;
        return other.Length == 0 ? bytes : Joined(bytes[..chance.Next(bytes.Length)], other[chance.Next(other.Length)..], []);
    }

    private byte[]? Rezipped(byte[] zip, IReadOnlyList<FuzzSeed> others)
    {
        try
        {
            using var changed = new MemoryStream();
            changed.Write(zip);
            using (var archive = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
            {
                var entry = archive.Entries[chance.Next(archive.Entries.Count)];
                using var content = entry.Open();
                using var plain = new MemoryStream();
                content.CopyTo(plain);
                content.Position = 0;
                content.SetLength(0);
                content.Write(Several(plain.ToArray(), others));
            }

            return changed.ToArray();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[]? Unpacked(byte[] bytes)
    {
        if (bytes is not [0x1F, 0x8B, ..]) return null;
        try
        {
            using var plain = new MemoryStream();
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            gzip.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private byte[] Token() => Tokens[chance.Next(Tokens.Length)];

    private static bool IsEdge(byte b) => b is (byte)',' or (byte)';' or (byte)'\t' or (byte)'\n' or (byte)'"' or (byte)'>' or (byte)'<';

    private static byte[] Repeated(byte[] piece, int times) => [.. Enumerable.Repeat(piece, Math.Min(times, 1 + (MostBytes / Math.Max(1, piece.Length)))).SelectMany(one => one)];

    private static byte[] Joined(byte[] one, byte[] two, byte[] three) => [.. one, .. two, .. three];
}
