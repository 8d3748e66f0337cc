using System.Net.Quic;
using System.Runtime.Versioning;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Voltloop.Core.Problems;

namespace Voltloop.App.Hosting;

/// <summary>The transport that EN 18216 asks for: TLS 1.2 or newer, HTTP/2 (and HTTP/3 where the machine can), strict transport security.</summary>
internal static class Transport
{
    /// <summary>Whether HTTP/3 can be served: needs the library msquic.</summary>
    [SupportedOSPlatformGuard("linux"), SupportedOSPlatformGuard("macOS"), SupportedOSPlatformGuard("windows")]
    public static bool HasHttp3 => (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() || OperatingSystem.IsWindows()) && QuicListener.IsSupported;

    /// <summary>Sets protocols and certificate of the addresses.</summary>
    /// <exception cref="ProblemException">An https address without a certificate, or a certificate that cannot be used.</exception>
    public static void Configure(WebApplicationBuilder builder, TransportSettings settings, string? urls)
    {
        if (settings.Certificate is null)
        {
            if (urls?.Contains("https:", StringComparison.OrdinalIgnoreCase) == true) throw NoCertificate();
            return;
        }

        var file = new CertificateFile(settings, TimeProvider.System);
        var protocols = settings.Protocols;
        if (HasHttp3) builder.WebHost.UseQuic();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.ConfigureEndpointDefaults(listen => listen.Protocols = HasHttp3 ? HttpProtocols.Http1AndHttp2AndHttp3 : HttpProtocols.Http1AndHttp2);
            server.ConfigureHttpsDefaults(https => Secure(https, file, protocols));
        });
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(settings.HstsDays));
    }

    /// <summary>Puts strict transport security and the refusal of HTTP/1.1 before everything else.</summary>
    public static void Use(WebApplication app, TransportSettings settings)
    {
        if (settings.Certificate is null) return;
        if (settings.HstsDays > 0) app.UseHsts();
        if (settings.RequireHttp2) app.Use(RefuseHttp1);
    }

    private static void Secure(HttpsConnectionAdapterOptions https, CertificateFile file, System.Security.Authentication.SslProtocols protocols)
    {
        https.SslProtocols = protocols;
        https.ServerCertificate = file.Leaf;
        https.ServerCertificateChain = file.Chain;
        // Kestrel refuses this callback beside HTTP/3; a renewed certificate then needs a restart.
        if (!HasHttp3) https.OnAuthenticate = (_, handshake) => handshake.ServerCertificateContext = file.Context;
    }

    private static Task RefuseHttp1(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.IsHttps || !HttpProtocol.IsHttp11(http.Request.Protocol) && !HttpProtocol.IsHttp10(http.Request.Protocol)) return next(http);
        throw new ProblemException(TransportProblems.HttpVersion, $"{http.Request.Protocol} is not taken here (EN 18216 asks for HTTP/2).", null, "Use a client that negotiates HTTP/2 (ALPN h2).");
    }

    private static ProblemException NoCertificate() => new(
        TransportProblems.BadCertificate, "An https address needs a certificate.", "certificate", "Add --certificate FILE (PEM or PFX), or leave TLS to a proxy and listen on a loopback address.");
}
