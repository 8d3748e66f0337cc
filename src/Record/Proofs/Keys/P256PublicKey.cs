using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Voltloop.Record.Proofs.Keys;

/// <summary>A public key on NIST P-256, for ECDSA with SHA-256 (ES256 of RFC 7518). Equal keys are equal values.</summary>
public sealed class P256PublicKey : IEquatable<P256PublicKey>
{
    /// <summary>Bytes of a signature in IEEE P1363 form: r and s.</summary>
    public const int SignatureBytes = 64;

    private readonly byte[] _x;
    private readonly byte[] _y;
    private byte[]? _spki;

    /// <summary>A key from its point.</summary>
    /// <exception cref="Core.Problems.ProblemException">The point is not on the curve.</exception>
    public P256PublicKey(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        Refusal.Unless(P256Curve.Contains(x, y), ProofProblems.InvalidKey, "The point is not on P-256.");
        (_x, _y) = (x.ToArray(), y.ToArray());
    }

    /// <summary>First coordinate, 32 bytes, most significant first.</summary>
    public ReadOnlySpan<byte> X => _x;

    /// <summary>Second coordinate, 32 bytes, most significant first.</summary>
    public ReadOnlySpan<byte> Y => _y;

    /// <summary>Key identifier of RFC 7638: base64url of SHA-256 over the required members in order.</summary>
    public string Thumbprint => Base64Url.EncodeToString(SHA256.HashData(
        Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(_x)}}","y":"{{Base64Url.EncodeToString(_y)}}"}""")));

    /// <summary>Compressed point, 33 bytes.</summary>
    public byte[] Compressed => [(byte)(2 + (_y[^1] & 1)), .. _x];

    /// <summary>SubjectPublicKeyInfo, DER. Worked out once: every signed assertion asks for it.</summary>
    public ReadOnlySpan<byte> Spki => _spki ??= ExportSpki();

    /// <summary>A key from a compressed point, 33 bytes.</summary>
    public static P256PublicKey FromCompressed(ReadOnlySpan<byte> compressed)
    {
        var (x, y) = P256Curve.Decompress(compressed);
        return new P256PublicKey(x, y);
    }

    /// <summary>A key from SubjectPublicKeyInfo, DER.</summary>
    /// <exception cref="Core.Problems.ProblemException">Not a P-256 key.</exception>
    public static P256PublicKey FromSpki(ReadOnlySpan<byte> der)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(der, out var read);
            Refusal.Unless(read == der.Length, ProofProblems.InvalidKey, "Bytes follow the key.");
        }
        catch (Exception broken) when (broken is CryptographicException or PlatformNotSupportedException)
        {
            throw Refusal.Because(ProofProblems.InvalidKey, broken.Message);
        }

        return Of(key);
    }

    /// <summary>Whether the signature belongs to the data: ECDSA over SHA-256, IEEE P1363.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = Open();
        return signature.Length == SignatureBytes
            && key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>Whether the signature belongs to the data: ECDSA over SHA-256, ASN.1 DER.</summary>
    public bool VerifyDer(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = Open();
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <inheritdoc />
    public bool Equals(P256PublicKey? other) => other is not null && X.SequenceEqual(other.X) && Y.SequenceEqual(other.Y);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as P256PublicKey);

    /// <inheritdoc />
    public override int GetHashCode() => BitConverter.ToInt32(_x);

    /// <inheritdoc />
    public override string ToString() => Multikey.Encode(this);

    internal static P256PublicKey Of(ECDsa key)
    {
        Refusal.Unless(key.KeySize == 256, ProofProblems.InvalidKey, $"The key has {key.KeySize} bits.");
        var point = key.ExportParameters(includePrivateParameters: false);
        return new P256PublicKey(point.Q.X, point.Q.Y);
    }

    private byte[] ExportSpki()
    {
        using var key = Open();
        return key.ExportSubjectPublicKeyInfo();
    }

    private ECDsa Open() => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = _x, Y = _y } });
}
