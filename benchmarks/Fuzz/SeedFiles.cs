using System.IO.Compression;
using System.Text;

namespace Voltloop.Bench.Fuzz;

/// <summary>Small real files to start from: samples of the repository, and open files beside it where they are.</summary>
internal static class SeedFiles
{
    /// <summary>Longest seed, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int MaxFiles = 60;

    /// <summary>Files of a folder of <c>samples</c> or of the shared data, by their ends; text is cut, what is packed is taken whole or not at all.</summary>
    public static IEnumerable<byte[]> Of(string folder, params string[] ends) => Folders(folder).Where(Directory.Exists)
        .SelectMany(place => Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories))
        .Where(file => Array.Exists(ends, end => file.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
        .Order(StringComparer.Ordinal).Select(Read).OfType<byte[]>().DistinctBy(Convert.ToBase64String).Take(MaxFiles);

    /// <summary>Pieces made in code.</summary>
    public static IEnumerable<byte[]> Texts(params string[] texts) => texts.Select(Encoding.UTF8.GetBytes);

    private static byte[]? Read(string file)
    {
        if (file.EndsWith(".gz", StringComparison.Ordinal)) return Unpacked(file);
        var bytes = File.ReadAllBytes(file);
        if (bytes.Length <= MaxBytes) return bytes;
        return IsText(bytes) ? bytes[..MaxBytes] : null;
    }

    private static byte[] Unpacked(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        var bytes = new byte[MaxBytes];
        return bytes[..gzip.ReadAtLeast(bytes, MaxBytes, throwOnEndOfStream: false)];
    }

    private static bool IsText(byte[] bytes) => !bytes.AsSpan(0, 512).Contains((byte)0) && bytes is not ([(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] or [(byte)'P', (byte)'K', ..]);

    private static IEnumerable<string> Folders(string folder)
    {
        yield return Path.Combine("samples", folder);
        if (Environment.GetEnvironmentVariable("VOLTLOOP_SHARED") is { Length: > 0 } set)
        {
            yield return Path.Combine(set, "data", folder);
            yield break;
        }

        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent) yield return Path.Combine(at.FullName, "shared", "data", folder);
    }
}
