using System.Security.Cryptography;

namespace Voltloop.Web.Http;

/// <summary>A body with its strong ETag.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Tag">The ETag, in quotes.</param>
public sealed record TaggedBytes(ReadOnlyMemory<byte> Content, string Tag)
{
    /// <summary>Tags a body by its SHA-256.</summary>
    public static TaggedBytes Of(ReadOnlyMemory<byte> content) =>
        new(content, $"\"{Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 16))}\"");
}
