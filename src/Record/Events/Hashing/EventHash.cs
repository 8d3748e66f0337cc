using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Voltloop.Record.Events.Hashing;

/// <summary>
/// The hash of what an event says (CBV 2.0, 8.9: EPCIS Event Hash ID), the same whatever order, syntax, time zone or spelling of
/// identifiers it was written in. It leaves out event identifier, record time and error declaration.
/// </summary>
public sealed record EventHash
{
    /// <summary>Bytes of the digest.</summary>
    public const int Bytes = 32;

    private const string Start = "ni:///sha-256;";
    private readonly byte[] _digest;

    /// <summary>A hash from its digest.</summary>
    /// <param name="digest">SHA-256, 32 bytes.</param>
    public EventHash(byte[] digest) => _digest = digest;

    /// <summary>SHA-256 of the pre-hash string.</summary>
    public ReadOnlySpan<byte> Digest => _digest;

    /// <summary>Hash of an event.</summary>
    /// <param name="captured">The event, JSON-LD.</param>
    /// <param name="names">Prefixes that hold for it.</param>
    /// <param name="rules">How it is written.</param>
    public static EventHash Of(JsonElement captured, EventNamespaces names, EventHashRules rules) => Of(new PreHash(names, rules).Of(captured));

    /// <summary>Hash of the string that <see cref="PreHash"/> writes.</summary>
    public static EventHash Of(string preHash) => new(SHA256.HashData(Encoding.UTF8.GetBytes(preHash)));

    /// <summary>The digest in a named-information URI (RFC 6920), of any version; <c>null</c> when the text is none of SHA-256.</summary>
    public static EventHash? TryParse(string text)
    {
        const int Hex = 2 * Bytes;
        if (!text.StartsWith(Start, StringComparison.Ordinal) || text.Length < Start.Length + Hex) return null;
        var hex = text.AsSpan(Start.Length, Hex);
        var isEnd = text.Length == Start.Length + Hex || text[Start.Length + Hex] == '?';
        return isEnd && hex.IndexOfAnyExceptInRange('0', '9') is var first && (first < 0 || IsHex(hex)) ? new EventHash(Convert.FromHexString(hex)) : null;
    }

    /// <summary>The identifier of an event without one of its own: <c>ni:///sha-256;...?ver=CBV2.0</c>.</summary>
    public override string ToString() => ToString(EventHashRules.Cbv20);

    /// <summary>The URI with a version.</summary>
    public string ToString(EventHashRules rules) => $"{Start}{Convert.ToHexStringLower(_digest)}?ver={rules.Version}";

    /// <inheritdoc/>
    public bool Equals(EventHash? other) => other is not null && _digest.AsSpan().SequenceEqual(other._digest);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(_digest);

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c)) return false;
        }

        return true;
    }
}
