using System.IO.Compression;

namespace Voltloop.Bench.Fuzz;

/// <summary>Changes what lies inside a packed file, so that more than the packing is tried.</summary>
/// <param name="random">Decides.</param>
internal sealed class Packing(Random random)
{
    private const int MaxInside = 256 * 1024;

    /// <summary>The file with one part changed; <c>null</c> when it is not packed.</summary>
    public byte[]? TryInside(byte[] packed, Func<byte[], byte[]> change)
    {
        try
        {
            return packed switch
            {
                [0x1F, 0x8B, ..] => Gzip(change(Unpack(packed))),
                [(byte)'P', (byte)'K', 3, 4, ..] => Zip(packed, change),
                _ => null,
            };
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Packs; sometimes what comes out is damaged.</summary>
    public byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        var result = packed.ToArray();
        if (result.Length > 0 && random.Next(2) == 0) result[random.Next(result.Length)] ^= (byte)(1 << random.Next(8));
        return random.Next(4) == 0 ? result[..random.Next(result.Length)] : result;
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var buffer = new byte[MaxInside];
        return buffer[..gzip.ReadAtLeast(buffer, MaxInside, throwOnEndOfStream: false)];
    }

    private byte[] Zip(byte[] packed, Func<byte[], byte[]> change)
    {
        using var old = new ZipArchive(new MemoryStream(packed));
        var (chosen, made) = (random.Next(Math.Max(1, old.Entries.Count)), new MemoryStream());
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < old.Entries.Count; i++) Copy(old.Entries[i], zip, i == chosen ? change : bytes => bytes);
        }

        return made.ToArray();
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive into, Func<byte[], byte[]> change)
    {
        using var bytes = new MemoryStream();
        using (var from = entry.Open()) from.CopyTo(bytes);
        using var to = into.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
        to.Write(change(bytes.ToArray()));
    }
}
