using System.Buffers;
using SimpleBase;

namespace Voltloop.Record.Proofs.Keys;

/// <summary>Keys and signatures as multibase base58-btc texts (W3C Controlled Identifiers 1.0, Multikey): P-256 keys begin with <c>zDn</c>.</summary>
public static class Multikey
{
    /// <summary>Characters that are decoded at most; base58 takes time with the square of the length.</summary>
    public const int MaxCharacters = 200;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");

    // Multicodec p256-pub 0x1200 and p256-priv 0x1306 as unsigned varints.
    private static readonly byte[] PublicPrefix = [0x80, 0x24];
    private static readonly byte[] SecretPrefix = [0x86, 0x26];

    /// <summary>The text of a public key.</summary>
    public static string Encode(P256PublicKey key) => EncodeBytes([.. PublicPrefix, .. key.Compressed]);

    /// <summary>The public key of a text.</summary>
    /// <exception cref="Core.Problems.ProblemException">Not base58-btc, or not a P-256 key.</exception>
    public static P256PublicKey Decode(string text) => P256PublicKey.FromCompressed(Strip(text, PublicPrefix));

    /// <summary>The private key of a text (<c>secretKeyMultibase</c>).</summary>
    /// <exception cref="Core.Problems.ProblemException">Not base58-btc, or not a P-256 key.</exception>
    public static P256SigningKey DecodeSecret(string text) => P256SigningKey.FromScalar(Strip(text, SecretPrefix));

    /// <summary>Bytes as <c>z</c> and base58-btc.</summary>
    public static string EncodeBytes(ReadOnlySpan<byte> bytes) => "z" + Base58.Bitcoin.Encode(bytes);

    /// <summary>Bytes of a base58-btc multibase text.</summary>
    /// <exception cref="Core.Problems.ProblemException">Another base, a character outside of the alphabet, or too long.</exception>
    public static byte[] DecodeBytes(string text)
    {
        // The decoder looks characters up in a table that ends before some of them.
        Refusal.Unless(text.Length is > 1 and <= MaxCharacters && text[0] == 'z' && !text.AsSpan().ContainsAnyExcept(Alphabet), ProofProblems.InvalidKey, "The text is not base58-btc multibase.");
        try
        {
            return Base58.Bitcoin.Decode(text.AsSpan(1));
        }
        catch (ArgumentException broken)
        {
            throw Refusal.Because(ProofProblems.InvalidKey, broken.Message);
        }
    }

    private static byte[] Strip(string text, byte[] prefix)
    {
        var bytes = DecodeBytes(text);
        Refusal.Unless(bytes.AsSpan().StartsWith(prefix), ProofProblems.InvalidKey, "The Multikey is of another kind than P-256.");
        return bytes[prefix.Length..];
    }
}
