using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Voltloop.Record.Proofs.Keys;

/// <summary>A private key on NIST P-256. Dispose it; it never writes itself into a text.</summary>
public sealed class P256SigningKey : IDisposable
{
    private readonly ECDsa _key;
    private readonly Lock _lock = new();
    private readonly ConcurrentBag<ECDsa> _idle = [];

    private P256SigningKey(ECDsa key)
    {
        _key = key;
        Public = P256PublicKey.Of(key);
    }

    /// <summary>The public half.</summary>
    public P256PublicKey Public { get; }

    /// <summary>A new key from the operating system's generator of random numbers.</summary>
    public static P256SigningKey Generate() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>The key of a secret scalar, 32 bytes, most significant first (the member <c>d</c> of a JWK).</summary>
    /// <exception cref="Core.Problems.ProblemException">The scalar is zero, too large or not 32 bytes long.</exception>
    public static P256SigningKey FromScalar(ReadOnlySpan<byte> scalar)
    {
        try
        {
            return new(ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar.ToArray() }));
        }
        catch (CryptographicException broken)
        {
            throw Refusal.Because(ProofProblems.InvalidKey, broken.Message);
        }
    }

    /// <summary>A key from PKCS#8, DER.</summary>
    /// <exception cref="Core.Problems.ProblemException">Not a private P-256 key.</exception>
    public static P256SigningKey FromPkcs8(ReadOnlySpan<byte> der) => Import(der, password: null);

    /// <summary>A key from encrypted PKCS#8, DER.</summary>
    /// <exception cref="Core.Problems.ProblemException">Not a private P-256 key, or another password.</exception>
    public static P256SigningKey FromEncryptedPkcs8(ReadOnlySpan<byte> der, string password) => Import(der, password);

    /// <summary>PKCS#8, DER, in the clear.</summary>
    public byte[] ExportPkcs8() => _key.ExportPkcs8PrivateKey();

    /// <summary>PKCS#8, DER, encrypted with AES-256 under a password (PBES2, PBKDF2 with SHA-256).</summary>
    /// <param name="password">The password.</param>
    /// <param name="iterations">Rounds of PBKDF2; OWASP recommends 600,000.</param>
    public byte[] ExportEncryptedPkcs8(string password, int iterations = 600_000) => _key.ExportEncryptedPkcs8PrivateKey(
        password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterations));

    /// <summary>Signature over SHA-256 of the data, IEEE P1363, 64 bytes. Two signatures of the same data differ.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => Sign(data, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Signature over SHA-256 of the data, ASN.1 DER.</summary>
    public byte[] SignDer(ReadOnlySpan<byte> data) => Sign(data, DSASignatureFormat.Rfc3279DerSequence);

    /// <inheritdoc />
    public void Dispose()
    {
        _key.Dispose();
        while (_idle.TryTake(out var copy))
        {
            copy.Dispose();
        }
    }

    // The base library does not promise that one key object may sign from two threads, so each signs with a copy.
    private byte[] Sign(ReadOnlySpan<byte> data, DSASignatureFormat format)
    {
        var copy = _idle.TryTake(out var idle) ? idle : Copy();
        var signature = copy.SignData(data, HashAlgorithmName.SHA256, format);
        _idle.Add(copy);
        return signature;
    }

    private ECDsa Copy()
    {
        lock (_lock)
        {
            return ECDsa.Create(_key.ExportParameters(includePrivateParameters: true));
        }
    }

    private static P256SigningKey Import(ReadOnlySpan<byte> der, string? password)
    {
        var key = ECDsa.Create();
        try
        {
            Read(key, der, password);
            return new P256SigningKey(key);
        }
        catch (Exception broken) when (broken is CryptographicException or Core.Problems.ProblemException)
        {
            key.Dispose();
            throw Refusal.Because(ProofProblems.InvalidKey, broken.Message);
        }
    }

    private static void Read(ECDsa key, ReadOnlySpan<byte> der, string? password)
    {
        if (password is null)
        {
            key.ImportPkcs8PrivateKey(der, out _);
        }
        else
        {
            key.ImportEncryptedPkcs8PrivateKey(password, der, out _);
        }
    }
}
