using System.Security.Cryptography;
using System.Text.Json;

namespace Voltloop.Core.Canonical;

/// <summary>
/// Identifies one version of a passport: SHA-256 over its canonical JSON (RFC 8785). The registry's proof of registration
/// contains such a hash (IR (EU) 2026/1778, Article 9(2)(e)); the act does not name the algorithm.
/// </summary>
/// <param name="Hex">64 lower-case hexadecimal digits.</param>
public readonly record struct VersionHash(string Hex)
{
    /// <summary>Hash of a JSON value.</summary>
    public static VersionHash Of(JsonElement value) => new(Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Of(value))));

    /// <summary>Hash of JSON text.</summary>
    public static VersionHash Of(ReadOnlySpan<byte> utf8) => Of(StrictJson.Parse(utf8));

    /// <summary>Algorithm and digits, for example <c>sha-256:2cf2...</c>.</summary>
    public override string ToString() => $"sha-256:{Hex}";
}
