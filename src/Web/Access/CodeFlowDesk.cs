using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>
/// Signs browsers in with a configured OpenID Connect issuer: authorization code flow with PKCE (OpenID Connect Core 1.0, 3.1;
/// RFC 7636; RFC 9700). State, nonce and verifier stay on the server and count once, in the browser that began.
/// </summary>
/// <param name="settings">The issuers.</param>
/// <param name="tokens">Validates ID tokens.</param>
/// <param name="sessions">Begins the session.</param>
/// <param name="clock">Age of what was begun.</param>
public sealed class CodeFlowDesk(AccessSettings settings, TokenDesk tokens, SessionDesk sessions, TimeProvider clock) : IDisposable
{
    /// <summary>Path that the issuer sends the browser back to; register it there as a redirect address.</summary>
    public const string CallbackPath = "/sign-in/callback";

    private const string FlowCookie = "voltloop-sign-in";

    private readonly Ceremonies<CodeFlow> _open = new(clock);
    private readonly IssuerClient _client = new();

    /// <summary>Issuers that browsers can sign in with.</summary>
    public IEnumerable<IssuerSettings> Issuers => settings.Issuers.Where(issuer => !string.IsNullOrEmpty(issuer.ClientId));

    /// <summary>Begins: the address at the issuer to send the browser to.</summary>
    /// <param name="http">The request; its answer gets a cookie that binds the browser.</param>
    /// <param name="issuer">Issuer identifier.</param>
    /// <param name="returnUrl">Local path to go to afterwards.</param>
    /// <exception cref="ProblemException">The issuer is not configured for browsers, or cannot be reached.</exception>
    public async Task<Uri> StartAsync(HttpContext http, string issuer, string returnUrl)
    {
        var asked = Known(issuer);
        var published = await tokens.DiscoverAsync(issuer, http.RequestAborted);
        var browser = Secrets.New("");
        var flow = new CodeFlow(issuer, Secrets.Hash(browser), Secrets.New(""), Secrets.New("")) { Callback = Callback(http.Request), ReturnUrl = returnUrl };
        var state = _open.Begin(flow);
        http.Response.Cookies.Append(FlowCookie, browser, AccessMiddleware.CookieRules(http, clock.GetUtcNow() + Ceremonies<CodeFlow>.MaxAge));
        return new Uri(QueryHelpers.AddQueryString(_client.Secure(asked, published.AuthorizationEndpoint).AbsoluteUri, Parameters(asked, flow, state)));
    }

    /// <summary>Finishes: the text of the cookie to set, and where to go.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.IssuerRefused"/>, or what is wrong with the ID token.</exception>
    public async Task<(string Secret, SignInSession Session, string ReturnUrl)> FinishAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var flow = Take(http);
        var asked = Known(flow.Issuer);
        if (query["error"].ToString() is { Length: > 0 } error) throw Refused($"{asked.Label ?? asked.Issuer} answered \"{Short(error)}\".");
        var published = await tokens.DiscoverAsync(flow.Issuer, http.RequestAborted);
        CheckSender(query["iss"], flow, published);
        var code = query["code"].ToString() is { Length: > 0 } text ? text : throw Refused("The issuer sent no code.");
        var idToken = await _client.RedeemAsync(asked, published, (flow, code), http.RequestAborted);
        var claims = await tokens.ReadIdTokenAsync(idToken, flow.Issuer, flow.Nonce, http.RequestAborted);
        var (secret, session) = await sessions.BeginAsync(claims);
        return (secret, session, flow.ReturnUrl);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private IssuerSettings Known(string issuer) => Issuers.FirstOrDefault(known => string.Equals(known.Issuer, issuer, StringComparison.Ordinal))
        ?? throw new ProblemException(CommonProblems.NotFound, "Nobody signs in here with this issuer.", "issuer", "See /sign-in for those that are set up.");

    // A state from another browser means that somebody sends a visitor through a sign-in that is not theirs.
    private CodeFlow Take(HttpContext http)
    {
        var browser = http.Request.Cookies[FlowCookie];
        http.Response.Cookies.Delete(FlowCookie);
        var flow = _open.Take(http.Request.Query["state"]) ?? throw Refused("This sign-in is unknown, too old, or was finished before.");
        return browser is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Secrets.Hash(browser)), Encoding.ASCII.GetBytes(flow.Browser))
            ? flow : throw Refused("This sign-in was begun in another browser.");
    }

    // RFC 9207: an answer of another issuer must not be taken for this one's.
    private static void CheckSender(string? sender, CodeFlow flow, OpenIdConnectConfiguration published)
    {
        if (sender is null ? published.AuthorizationResponseIssParameterSupported : !string.Equals(sender, flow.Issuer, StringComparison.Ordinal)) throw Refused("The answer is of another issuer.");
    }

    private Uri Callback(HttpRequest request) => new(settings.Url ?? new Uri($"{request.Scheme}://{request.Host}"), CallbackPath);

    private static Dictionary<string, string?> Parameters(IssuerSettings issuer, CodeFlow flow, string state) => new(StringComparer.Ordinal)
    {
        ["response_type"] = "code",
        ["client_id"] = issuer.ClientId,
        ["redirect_uri"] = flow.Callback.AbsoluteUri,
        ["scope"] = string.Join(' ', issuer.Scopes.Prepend("openid").Distinct(StringComparer.Ordinal)),
        ["state"] = state,
        ["nonce"] = flow.Nonce,
        ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(flow.Verifier))),
        ["code_challenge_method"] = "S256",
    };

    private static string Short(string text) => text.Length <= 100 ? text : text[..100];

    private static ProblemException Refused(string detail) => new(AccessProblems.IssuerRefused, detail, null, "Begin again at /sign-in.");
}
