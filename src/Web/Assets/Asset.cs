using System.IO.Compression;
using System.Security.Cryptography;

namespace Voltloop.Web.Assets;

/// <summary>A static file of the shell, kept in memory with its content hash and its compressed form.</summary>
internal sealed class Asset
{
    private const int HashLength = 12;
    private readonly Lazy<byte[]?> _brotli;

    public Asset(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
        ContentType = MediaTypes.Of(name);
        _brotli = new Lazy<byte[]?>(() => MediaTypes.IsText(ContentType) ? Compress(bytes) : null);
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    public string Hash { get; }

    public string ContentType { get; }

    /// <summary>Brotli form; <c>null</c> for content that is compressed already.</summary>
    public byte[]? Brotli => _brotli.Value;

    private static byte[] Compress(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return target.ToArray();
    }
}
