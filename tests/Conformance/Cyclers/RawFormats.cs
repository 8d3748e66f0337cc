using System.IO.Compression;

namespace Voltloop.Tests.Conformance.Cyclers;

/// <summary>Files of real cyclers, beside the repository; tests skip with a reason where they are not.</summary>
internal static class RawFormats
{
    /// <summary>Content of a file, unpacked from gzip.</summary>
    public static byte[] Read(string name)
    {
        var bytes = File.ReadAllBytes(SharedData.Require(["health", "raw_formats", .. name.Split('/')]));
        if (bytes is not [0x1F, 0x8B, ..])
        {
            return bytes;
        }

        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
