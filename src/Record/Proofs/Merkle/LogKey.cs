using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>
/// The key of a log: ECDSA on P-256 with SHA-256, type 0x02 of c2sp.org/signed-note. Its short identifier is the beginning
/// of SHA-256 over the key in SPKI form; signatures are ASN.1 DER.
/// </summary>
/// <param name="name">Name of the key; for a log, its origin.</param>
/// <param name="key">The public key.</param>
public sealed class LogKey(string name, P256PublicKey key) : INoteVerifier
{
    private const byte Ecdsa = 2;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <summary>The public key.</summary>
    public P256PublicKey Key { get; } = key;

    /// <inheritdoc />
    public uint KeyId { get; } = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(key.Spki));

    /// <summary>Signs a text as the only signer so far.</summary>
    public static SignedNote Sign(string text, string name, P256SigningKey key)
    {
        SignedNote.CheckName(name);
        return new SignedNote(text, [new NoteSignature(name, new LogKey(name, key.Public).KeyId, key.SignDer(Encoding.UTF8.GetBytes(text)))]);
    }

    /// <inheritdoc />
    public bool Verify(string text, ReadOnlySpan<byte> signature) => Key.VerifyDer(Encoding.UTF8.GetBytes(text), signature);

    /// <summary>The key as one line: name, short identifier, type and key.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}+{KeyId:x8}+{Convert.ToBase64String([Ecdsa, .. Key.Spki])}");

    /// <summary>The key of a line.</summary>
    /// <exception cref="ProblemException">Not such a line, another type of key, or a short identifier that does not fit.</exception>
    public static LogKey Parse(string line)
    {
        var parts = line.Split('+', 3);
        var bytes = new byte[line.Length];
        var written = 0;
        Refusal.Unless(
            parts.Length == 3 && Convert.TryFromBase64String(parts[2], bytes, out written) && written > 1 && bytes[0] == Ecdsa,
            ProofProblems.InvalidKey,
            "The line is not an ECDSA key of a log.");
        SignedNote.CheckName(parts[0]);
        var key = new LogKey(parts[0], P256PublicKey.FromSpki(bytes.AsSpan(1, written - 1)));
        Refusal.Unless(string.Equals(key.ToString(), line, StringComparison.Ordinal), ProofProblems.InvalidKey, "The short identifier does not belong to the key.");
        return key;
    }
}
