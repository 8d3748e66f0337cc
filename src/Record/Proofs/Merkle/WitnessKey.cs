using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>
/// The key of a witness. The signed message is that of c2sp.org/tlog-cosignature version 1 (header line, time line, text of
/// the checkpoint) and the signature begins with the time; but that document assigns Ed25519 and ML-DSA only. ES256 is
/// ours: type 0xff with the identifier below, as c2sp.org/signed-note advises for types without a byte of their own.
/// </summary>
/// <param name="name">Name of the witness, for example <c>backup.example/witness</c>.</param>
/// <param name="key">The public key.</param>
public sealed class WitnessKey(string name, P256PublicKey key) : INoteVerifier
{
    /// <summary>Names the signature type after the byte 0xff.</summary>
    public const string TypeIdentifier = "voltloop/cosignature-v1-ecdsa-p256-sha256";

    private const byte Unassigned = 0xff;
    private const int TimeBytes = 8;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <inheritdoc />
    public uint KeyId { get; } = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(
        [.. Encoding.UTF8.GetBytes(name), (byte)'\n', Unassigned, .. Encoding.ASCII.GetBytes(TypeIdentifier), .. key.Spki]));

    /// <summary>Cosigns a text at a moment; only a <see cref="Witness"/> that has seen the log grow should.</summary>
    public static NoteSignature Cosign(string text, string name, P256SigningKey key, DateTimeOffset at)
    {
        SignedNote.CheckName(name);
        var seconds = (ulong)at.ToUnixTimeSeconds();
        var signature = new byte[TimeBytes + P256PublicKey.SignatureBytes];
        BinaryPrimitives.WriteUInt64BigEndian(signature, seconds);
        key.Sign(Message(text, seconds)).CopyTo(signature, TimeBytes);
        return new NoteSignature(name, new WitnessKey(name, key.Public).KeyId, signature);
    }

    /// <summary>When the cosignature says that it was made, to the second.</summary>
    public static DateTimeOffset TimeOf(NoteSignature signature) =>
        DateTimeOffset.FromUnixTimeSeconds((long)BinaryPrimitives.ReadUInt64BigEndian(signature.Bytes));

    /// <inheritdoc />
    public bool Verify(string text, ReadOnlySpan<byte> signature) => signature.Length == TimeBytes + P256PublicKey.SignatureBytes
        && key.Verify(Message(text, BinaryPrimitives.ReadUInt64BigEndian(signature)), signature[TimeBytes..]);

    private static byte[] Message(string text, ulong seconds) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{text}"));
}
