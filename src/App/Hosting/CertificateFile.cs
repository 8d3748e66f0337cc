using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Voltloop.Core.Problems;

namespace Voltloop.App.Hosting;

/// <summary>The certificate of the server with its chain. A renewed file is taken for the next handshake, without a restart.</summary>
internal sealed class CertificateFile
{
    private readonly TransportSettings _settings;
    private readonly TimeProvider _clock;
    private readonly Lock _loading = new();
    private volatile Loaded _current;

    /// <summary>Reads the file.</summary>
    /// <exception cref="ProblemException"><see cref="TransportProblems.BadCertificate"/>.</exception>
    public CertificateFile(TransportSettings settings, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        _current = Load();
    }

    /// <summary>Certificate with its key.</summary>
    public X509Certificate2 Leaf => _current.Leaf;

    /// <summary>Certificates between the leaf and its root.</summary>
    public X509Certificate2Collection Chain => _current.Chain;

    /// <summary>What the next handshake shows.</summary>
    public SslStreamCertificateContext Context
    {
        get
        {
            if (Stamp() == _current.Stamp) return _current.Context;
            lock (_loading)
            {
                if (Stamp() != _current.Stamp) Renew();
            }

            return _current.Context;
        }
    }

    // A half-written or wrong file must not end the service: the old certificate stays until a good one is there.
    private void Renew()
    {
        try
        {
            _current = Load();
        }
        catch (ProblemException)
        {
            _current = _current with { Stamp = Stamp() };
        }
    }

    private (DateTime Certificate, DateTime Key) Stamp() => (File.GetLastWriteTimeUtc(_settings.Certificate!), _settings.Key is { } key ? File.GetLastWriteTimeUtc(key) : default);

    private Loaded Load()
    {
        try
        {
            var stamp = Stamp();
            var (leaf, chain) = IsPem() ? FromPem() : FromPfx();
            Check(leaf);
            return new Loaded(leaf, chain, SslStreamCertificateContext.Create(leaf, chain, offline: true), stamp);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ProblemException(Bad($"{_settings.Certificate}: {fault.Message}"), fault);
        }
    }

    private bool IsPem() => File.ReadLines(_settings.Certificate!).Take(64).Any(line => line.StartsWith("-----BEGIN", StringComparison.Ordinal));

    private (X509Certificate2 Leaf, X509Certificate2Collection Chain) FromPem()
    {
        var text = File.ReadAllText(_settings.Certificate!);
        var key = _settings.Key is { } file ? File.ReadAllText(file) : text;
        var leaf = Password() is { } password ? X509Certificate2.CreateFromEncryptedPem(text, key, password) : X509Certificate2.CreateFromPem(text, key);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(text);
        return (leaf, [.. chain.Skip(1)]);
    }

    private (X509Certificate2 Leaf, X509Certificate2Collection Chain) FromPfx()
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(_settings.Certificate!, Password());
        var leaf = all.FirstOrDefault(certificate => certificate.HasPrivateKey) ?? throw new ProblemException(Bad($"{_settings.Certificate} holds no private key."));
        return (leaf, [.. all.Where(certificate => certificate != leaf)]);
    }

    private string? Password() => _settings.PasswordFile is { } file ? File.ReadLines(file).FirstOrDefault() ?? "" : null;

    private void Check(X509Certificate2 leaf)
    {
        var (now, from, to) = (_clock.GetUtcNow().UtcDateTime, leaf.NotBefore.ToUniversalTime(), leaf.NotAfter.ToUniversalTime());
        if (now > to || now < from)
            throw new ProblemException(Bad(FormattableString.Invariant($"{_settings.Certificate} is valid from {from:u} to {to:u}.")));
    }

    private static Problem Bad(string detail) => new(TransportProblems.BadCertificate, detail, "certificate", "Give a PEM file with certificate and key, a PEM file and --key, or a PFX file and --password-file.");

    private sealed record Loaded(X509Certificate2 Leaf, X509Certificate2Collection Chain, SslStreamCertificateContext Context, (DateTime, DateTime) Stamp);
}
