using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Voltloop.Tests.EndToEnd.Transport;

/// <summary>A certificate that a test makes for itself, in the files an operator may have.</summary>
internal sealed class TestCertificate : IDisposable
{
    public const string Password = "four words in a row";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public TestCertificate(int days = 10)
    {
        var request = new CertificateRequest("CN=localhost", _key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("passports.example");
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var from = DateTimeOffset.UtcNow.AddDays(Math.Min(-1, days - 1));
        _certificate = request.CreateSelfSigned(from, DateTimeOffset.UtcNow.AddDays(days));
    }

    /// <summary>Believes this certificate and no other.</summary>
    public X509ChainPolicy Trust
    {
        get
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.Add(_certificate);
            return policy;
        }
    }

    /// <summary>Writes the certificate in a form, and says with which settings it is served.</summary>
    public TransportFiles Write(string folder, string form)
    {
        var file = Path.Combine(folder, "tls." + form);
        if (form == "pfx")
        {
            File.WriteAllBytes(file, _certificate.Export(X509ContentType.Pfx, Password));
            return new TransportFiles(file, null, Write(folder, "password.txt", Password));
        }

        var (certificate, key) = (_certificate.ExportCertificatePem(), _key.ExportPkcs8PrivateKeyPem());
        if (form == "pem") return new TransportFiles(Write(folder, "tls.pem", certificate + "\n" + key), null, null);
        return form == "encrypted"
            ? new TransportFiles(Write(folder, "tls.crt", certificate), Write(folder, "tls.key", Encrypted()), Write(folder, "password.txt", Password))
            : new TransportFiles(Write(folder, "tls.crt", certificate), Write(folder, "tls.key", key), null);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private string Encrypted() => _key.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));

    private static string Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
