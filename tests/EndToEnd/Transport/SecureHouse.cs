using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.Builder;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;

namespace Voltloop.Tests.EndToEnd.Transport;

/// <summary>A node behind TLS with a certificate of the test.</summary>
internal sealed class SecureHouse : IAsyncDisposable
{
    private readonly SqliteRecord _record;
    private readonly WebApplication _app;

    private SecureHouse(string folder, TransportSettings settings)
    {
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = Path.Combine(folder, "store") });
        _app = Server.Build(_record, Path.Combine(folder, "store"), "https://127.0.0.1:0", settings);
    }

    public Uri Url => new(_app.Urls.First());

    public static async Task<SecureHouse> OpenAsync(string folder, TransportSettings settings)
    {
        var house = new SecureHouse(folder, settings);
        await house._app.StartAsync();
        return house;
    }

    /// <summary>Asks in exactly one version of HTTP, and believes this certificate only.</summary>
    public async Task<HttpResponseMessage> GetAsync(Version version, TestCertificate trusted, string? host = null)
    {
        using var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = trusted.Trust } };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Url, "/.well-known/gs1resolver")) { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (host is not null) request.Headers.Host = host;
        return await client.SendAsync(request);
    }

    /// <summary>Shakes hands and tells what was agreed on.</summary>
    public async Task<(SslProtocols Tls, SslApplicationProtocol Alpn)> HandshakeAsync(SslProtocols versions, TestCertificate trusted, params SslApplicationProtocol[] protocols)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, Url.Port);
        await using var tls = new SslStream(tcp.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost", EnabledSslProtocols = versions, ApplicationProtocols = [.. protocols], CertificateChainPolicy = trusted.Trust,
        });
        return (tls.SslProtocol, tls.NegotiatedApplicationProtocol);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _record.DisposeAsync();
    }
}
