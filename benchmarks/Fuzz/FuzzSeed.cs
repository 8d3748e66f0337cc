namespace Voltloop.Bench.Fuzz;

/// <summary>A sound input that is damaged in every way.</summary>
/// <param name="Name">File name, which importers see.</param>
/// <param name="Bytes">Content.</param>
internal sealed record FuzzSeed(string Name, byte[] Bytes)
{
    /// <summary>Longer text is cut, so that an input takes milliseconds.</summary>
    private const int MostBytes = 48 * 1024;

    /// <summary>Files that cannot be cut without being damaged are left out above this.</summary>
    private const int MostWhole = 256 * 1024;

    /// <summary>Files of a folder and below, small enough; none when the folder is absent.</summary>
    public static IEnumerable<FuzzSeed> Of(string folder, string pattern, int most = 12) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read).OfType<FuzzSeed>().Take(most);

    private static FuzzSeed? Read(string path)
    {
        if (new FileInfo(path).Length > MostWhole) return IsLines(path) ? new FuzzSeed(Path.GetFileName(path), Beginning(path)) : null;
        var bytes = File.ReadAllBytes(path);
        return new FuzzSeed(Path.GetFileName(path), IsLines(path) && bytes.Length > MostBytes ? bytes[..MostBytes] : bytes);
    }

    private static bool IsLines(string path) => Path.GetExtension(path) is ".csv" or ".txt" or ".mpt" or ".070" or ".DAT" or ".dat";

    private static byte[] Beginning(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[MostBytes];
        return bytes[..file.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false)];
    }
}
