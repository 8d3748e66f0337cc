using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>Redeems authorization codes at the token endpoint of an issuer.</summary>
internal sealed class IssuerClient : IDisposable
{
    private const int MaxAnswer = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = MaxAnswer,
    };

    /// <summary>The ID token for a code.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.IssuerRefused"/>.</exception>
    public async Task<string> RedeemAsync(IssuerSettings issuer, OpenIdConnectConfiguration published, (CodeFlow Flow, string Code) begun, CancellationToken cancellation)
    {
        using var request = Request(issuer, published, begun);
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
            return answer.IsSuccessStatusCode && json.RootElement.TryGetProperty("id_token", out var token) && token.GetString() is { Length: > 0 } text
                ? text : throw Refused($"{issuer.Issuer} did not redeem the code.");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or InvalidOperationException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ProblemException(new Problem(AccessProblems.IssuerRefused, $"{issuer.Issuer} could not be asked for the token."), e);
        }
    }

    /// <summary>An endpoint of the issuer: https, unless the issuer is on this machine.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.IssuerRefused"/>.</exception>
    public Uri Secure(IssuerSettings issuer, string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.IsLoopback && new Uri(issuer.Issuer).IsLoopback))
            ? uri : throw Refused($"{issuer.Issuer} publishes no secure address for signing in.");

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(IssuerSettings issuer, OpenIdConnectConfiguration published, (CodeFlow Flow, string Code) begun)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = begun.Code,
            ["redirect_uri"] = begun.Flow.Callback.AbsoluteUri,
            ["client_id"] = issuer.ClientId!,
            ["code_verifier"] = begun.Flow.Verifier,
        };
        var request = new HttpRequestMessage(HttpMethod.Post, Secure(issuer, published.TokenEndpoint));
        if (issuer.ClientSecret is { Length: > 0 } secret)
        {
            if (TakesBasic(published)) request.Headers.Authorization = Basic(issuer.ClientId!, secret);
            else fields["client_secret"] = secret;
        }

        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new FormUrlEncodedContent(fields);
        return request;
    }

    private static bool TakesBasic(OpenIdConnectConfiguration published) =>
        published.TokenEndpointAuthMethodsSupported.Count == 0 || published.TokenEndpointAuthMethodsSupported.Contains("client_secret_basic");

    private static AuthenticationHeaderValue Basic(string id, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}")));

    private static ProblemException Refused(string detail) => new(AccessProblems.IssuerRefused, detail, null, "Begin again at /sign-in.");
}
