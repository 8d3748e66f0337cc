using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Voltloop.Web.Access;

/// <summary>The published keys of one issuer: kept for an hour, and fetched again when a token names a key that is not among them.</summary>
internal sealed class IssuerKeys(IssuerSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    private readonly HttpDocumentRetriever _documents = new() { RequireHttps = !IsLoopback(settings.Issuer) };
    private readonly SemaphoreSlim _one = new(1, 1);
    private (OpenIdConnectConfiguration Configuration, DateTimeOffset At)? _known;

    /// <summary>The issuer's configuration.</summary>
    /// <param name="notBefore">The one that must not be given again, because it lacks a key.</param>
    /// <param name="cancellation">Stops the fetching.</param>
    public async Task<OpenIdConnectConfiguration> GetAsync(OpenIdConnectConfiguration? notBefore, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            if (_known is { } known && !IsStale(known, notBefore, now)) return known.Configuration;
            var address = settings.Issuer.TrimEnd('/') + "/.well-known/openid-configuration";
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(address, _documents, cancellation);
            if (!string.Equals(configuration.Issuer, settings.Issuer, StringComparison.Ordinal)) throw new InvalidOperationException($"The document at {address} is of the issuer {configuration.Issuer}.");
            _known = (configuration, now);
            return configuration;
        }
        finally
        {
            _one.Release();
        }
    }

    // A flood of tokens with made-up keys must not become a flood of requests to the issuer.
    private bool IsStale((OpenIdConnectConfiguration Configuration, DateTimeOffset At) known, OpenIdConnectConfiguration? notBefore, DateTimeOffset now) =>
        now - known.At > MaxAge || (ReferenceEquals(known.Configuration, notBefore) && now - known.At >= TimeSpan.FromSeconds(settings.KeyRefreshSeconds));

    private static bool IsLoopback(string issuer) => Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
