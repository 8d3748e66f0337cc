using System.IO.Compression;

namespace Voltloop.Bench.Health;

/// <summary>Files of real cyclers beside the repository.</summary>
internal static class RawFiles
{
    /// <summary>Content, unpacked from gzip.</summary>
    /// <exception cref="FileNotFoundException">The files are not on this machine.</exception>
    public static byte[] Read(string name)
    {
        var file = Candidates().Select(folder => Path.Combine(folder, "health", "raw_formats", name)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"{name} is not on this machine; set VOLTLOOP_SHARED to the folder that has data/health.");
        var bytes = File.ReadAllBytes(file);
        if (bytes is not [0x1F, 0x8B, ..])
        {
            return bytes;
        }

        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("VOLTLOOP_SHARED") is { Length: > 0 } set)
        {
            yield return Path.Combine(set, "data");
            yield return set;
        }

        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "data");
        }
    }
}
